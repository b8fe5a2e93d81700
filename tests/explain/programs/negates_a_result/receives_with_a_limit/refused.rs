use std::sync::mpsc::Receiver;
use std::time::Duration;

pub fn expired(stop: &Receiver<()>, limit: Duration) -> bool {
    !stop.recv_timeout(limit)
}
