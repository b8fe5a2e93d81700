pub fn release(&self) -> Result<(), NotAcquired> {
    self.released.notify_one();
    let mut number = self.number.lock();
    if *number == 1 {
        return Err(NotAcquired);
    }
    *number += 1;
    Ok(())
}
