pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
    let mut taken = self.taken.lock().unwrap();
    while *taken {
        let (guard, waited) = self.freed.wait_timeout(taken, limit).unwrap();
        taken = guard;
        if *taken && waited.timed_out() {
            return Err(GaveUp);
        }
    }
    *taken = true;
    drop(taken);
    let result = job(&mut self.value.lock().unwrap());
    *self.taken.lock().unwrap() = false;
    self.freed.notify_one();
    Ok(result)
}
