pub fn all(items: &[u64]) -> Vec<u64> {
    items
}
