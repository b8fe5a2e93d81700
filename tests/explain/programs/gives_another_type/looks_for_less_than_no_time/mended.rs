use std::time::{Duration, Instant};

pub fn left(end: Instant) -> Option<Duration> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return None;
    }
    Some(left)
}
