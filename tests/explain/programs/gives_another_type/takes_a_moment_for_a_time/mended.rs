use std::thread;
use std::time::Instant;

pub fn wait_for(end: Instant) {
    thread::sleep(end.saturating_duration_since(Instant::now()));
}
