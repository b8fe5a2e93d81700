pub fn sorted(mut results: Vec<Result<u64, String>>) -> Vec<Result<u64, String>> {
    results.sort_by_key(|(number, _)| *number);
    results
}
