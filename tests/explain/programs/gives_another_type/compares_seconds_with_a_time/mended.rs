use std::time::{Duration, Instant};

pub fn late(started: Instant, limit: Duration) -> bool {
    started.elapsed() > limit
}
