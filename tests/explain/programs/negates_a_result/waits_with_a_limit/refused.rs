use std::sync::{Condvar, MutexGuard};
use std::time::Duration;

pub fn expired(changed: &Condvar, guard: MutexGuard<'_, u64>, limit: Duration) -> bool {
    !changed.wait_timeout(guard, limit)
}
