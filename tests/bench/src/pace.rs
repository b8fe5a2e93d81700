//! The pace at which time goes by for the code under test.

use std::time::{Duration, Instant};

/// How long a second of the code lasts.
pub const SECOND: Duration = Duration::from_millis(25);

const FASTER: u32 = (1000 / SECOND.as_millis()) as u32;

/// The longest wait that a run has time for, as the code calls it.
const LONGEST: Duration = Duration::from_secs(60);

/// Waits for what the code calls `limit`. Does not come back to a run that was given up long ago.
pub(crate) fn wait<T>(limit: Duration, wait: impl FnOnce(Duration) -> T) -> T {
    if limit > LONGEST {
        crate::run::begins_a_long_wait();
    }
    let start = Instant::now();
    let waited = wait(limit / FASTER);
    while since(start) > LONGEST {
        std::thread::park();
    }
    waited
}

/// What the code calls the time since `start`.
pub(crate) fn since(start: Instant) -> Duration {
    start.elapsed() * FASTER
}
