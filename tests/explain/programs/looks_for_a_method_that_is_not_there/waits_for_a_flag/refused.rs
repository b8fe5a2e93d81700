use std::sync::atomic::AtomicBool;
use std::time::Duration;

pub fn work(stop: &AtomicBool, interval: Duration) {
    while !stop.wait(interval) {}
}
