use std::time::Duration;

use parking_lot::Mutex;

pub fn read(value: &Mutex<u64>, limit: Duration) -> Option<u64> {
    let guard = value.lock(limit);
    Some(*guard)
}
