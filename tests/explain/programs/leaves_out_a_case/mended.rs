pub fn name(result: Result<u64, String>) -> String {
    match result {
        Ok(value) => value.to_string(),
        Err(message) => message,
    }
}
