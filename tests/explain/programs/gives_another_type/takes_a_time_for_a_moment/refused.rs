use std::time::{Duration, Instant};

pub fn until(limit: Duration) -> Instant {
    limit
}
