use std::time::Duration;

pub fn total(intervals: &[Duration]) -> Duration {
    let mut total = Duration::ZERO;
    for interval in intervals {
        total += *interval;
    }
    total
}
