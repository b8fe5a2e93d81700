use parking_lot::Mutex;
use std::time::Duration;

pub struct GaveUp;

pub fn with(value: &Mutex<u64>, limit: Duration, job: impl FnOnce(&mut u64)) -> Result<(), GaveUp> {
    let Some(mut guard) = value.try_lock_for(limit) else { return Err(GaveUp) };
    job(&mut guard);
    Ok(())
}
