pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
    if let Some(mut value) = self.value.try_lock() {
        return Ok(job(&mut value));
    }
    thread::sleep(limit);
    let mut value = self.value.try_lock().ok_or(GaveUp)?;
    Ok(job(&mut value))
}
