pub fn caught<R>(work: impl FnOnce() -> R) -> Option<R> {
    match work() {
        Ok(value) => Some(value),
        Err(_) => None,
    }
}
