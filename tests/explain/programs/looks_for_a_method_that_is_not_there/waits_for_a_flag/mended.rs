use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

pub fn work(stop: &Receiver<()>, interval: Duration) {
    while stop.recv_timeout(interval) == Err(RecvTimeoutError::Timeout) {}
}
