pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
    match self.values.lock().get(key) {
        Some(value) => value.clone(),
        None => {
            let value = compute();
            self.values.lock().insert(key.to_owned(), value.clone());
            value
        }
    }
}
