use std::sync::{Condvar, MutexGuard};
use std::time::Duration;

pub fn wait(returned: &Condvar, permits: MutexGuard<'_, usize>, limit: Duration) -> bool {
    let (mut permits, timed_out) =
        returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
    if timed_out {
        return false;
    }
    *permits -= 1;
    true
}
