pub fn first(numbers: &[u64]) -> u64 {
    let Some(first) = numbers.first() else { return 0 };
    *first
}
