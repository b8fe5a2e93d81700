use std::time::{Duration, Instant};

pub fn late(started: Instant, limit: Duration) -> bool {
    started.elapsed().as_secs() > limit
}
