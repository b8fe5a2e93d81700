pub fn name(given: Option<String>) -> String {
    given.unwrap_or_else(|| "main".to_owned())
}
