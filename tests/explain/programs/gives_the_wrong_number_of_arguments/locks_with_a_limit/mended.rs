use std::time::Duration;

use parking_lot::Mutex;

pub fn read(value: &Mutex<u64>, limit: Duration) -> Option<u64> {
    let guard = value.try_lock_for(limit)?;
    Some(*guard)
}
