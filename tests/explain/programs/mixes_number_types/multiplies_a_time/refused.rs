use std::time::{Duration, Instant};

pub fn next(begin: Instant, interval: Duration, beats: u64) -> Instant {
    begin + interval * beats
}
