pub fn numbered(items: impl Iterator<Item = u64>) -> Vec<(usize, u64)> {
    let mut results = Vec::new();
    for (number, item) in items.enumerate() {
        results.push((number, item));
    }
    results
}
