pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> Vec<u64> {
    println!("{workers}");
    items.iter().map(|item| work(*item)).collect::<Vec<_>>()
}
