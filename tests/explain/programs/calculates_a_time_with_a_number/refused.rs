use std::time::Duration;

pub fn total(intervals: &[Duration]) -> Duration {
    let mut total = 0.0;
    for interval in intervals {
        total += *interval;
    }
    total
}
