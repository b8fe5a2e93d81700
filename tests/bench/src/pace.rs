//! The pace at which time goes by for the code under test.

use std::time::{Duration, Instant};

/// How long a second of the code lasts.
pub const SECOND: Duration = Duration::from_millis(25);

const FASTER: u32 = (1000 / SECOND.as_millis()) as u32;

/// What the code calls `duration`, as it really is.
pub(crate) fn really(duration: Duration) -> Duration {
    duration / FASTER
}

/// What the code calls the time since `start`.
pub(crate) fn since(start: Instant) -> Duration {
    start.elapsed() * FASTER
}
