pub fn map(items: &[u64], work: impl Fn(u64) -> u64) -> Vec<Option<u64>> {
    let mut results = Vec::new();
    for item in items {
        results.push(work(*item));
    }
    results
}
