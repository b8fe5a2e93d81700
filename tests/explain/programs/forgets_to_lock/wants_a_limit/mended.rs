use std::time::Duration;

use parking_lot::Mutex;

pub fn free(value: &Mutex<u64>, limit: Duration) -> bool {
    value.try_lock_for(limit).is_some()
}
