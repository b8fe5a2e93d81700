use std::time::Instant;

pub fn seconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64()
}
