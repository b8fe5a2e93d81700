use std::sync::Mutex;
use std::time::Duration;

pub fn free(value: &Mutex<u64>, limit: Duration) -> bool {
    value.try_lock_for(limit).is_some()
}
