pub fn name(given: Option<String>) -> String {
    given.unwrap_or(|| "main".to_owned())
}
