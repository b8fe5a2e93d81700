use std::sync::{Condvar, MutexGuard};
use std::time::Duration;

pub fn wait(returned: &Condvar, permits: MutexGuard<'_, usize>, limit: Duration) -> bool {
    let (mut permits, result) =
        returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
    if result.timed_out() {
        return false;
    }
    *permits -= 1;
    true
}
