pub fn all(items: Vec<u64>) -> Vec<Result<u64, String>> {
    let mut results = Vec::new();
    for item in items {
        results.push(item);
    }
    results
}
