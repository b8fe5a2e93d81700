pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
    let _guard = self.gate.try_lock_for(limit);
    Ok(job(&mut self.value.lock()))
}
