pub fn numbered(items: impl Iterator<Item = u64>) -> Vec<(usize, u64)> {
    let mut results = vec![(0, 0); items.len()];
    for (number, item) in items.enumerate() {
        results[number] = (number, item);
    }
    results
}
