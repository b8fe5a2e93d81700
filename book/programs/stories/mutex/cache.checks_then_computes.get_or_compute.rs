pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
    let known = self.values.lock().get(key).cloned();
    if let Some(value) = known {
        return value;
    }
    let value = compute();
    self.values.lock().insert(key.to_owned(), value.clone());
    value
}
