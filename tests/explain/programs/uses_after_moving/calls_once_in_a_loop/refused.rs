pub fn get_or_compute(compute: impl FnOnce() -> Option<String>) -> String {
    loop {
        if let Some(value) = compute() {
            return value;
        }
    }
}
