pub fn sorted(mut results: Vec<(usize, Result<u64, String>)>) -> Vec<Result<u64, String>> {
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
