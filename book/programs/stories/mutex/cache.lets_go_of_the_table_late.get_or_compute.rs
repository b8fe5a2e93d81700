pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
    let mut values = self.values.lock();
    let value = Arc::clone(values.entry(key.to_owned()).or_default());
    let mut value = value.lock();
    drop(values);
    value.get_or_insert_with(compute).clone()
}
