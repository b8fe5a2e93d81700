pub fn get_or_compute(compute: impl FnOnce() -> Option<String>) -> String {
    compute().unwrap_or_default()
}
