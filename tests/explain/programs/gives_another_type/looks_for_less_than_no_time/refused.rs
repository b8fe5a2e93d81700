use std::time::{Duration, Instant};

pub fn left(end: Instant) -> Option<Duration> {
    let left = end - Instant::now();
    if left < 0 {
        return None;
    }
    Some(left)
}
