use std::sync::mpsc::Receiver;
use std::time::Duration;

pub fn stopped(receiver: &Receiver<()>, interval: Duration) -> bool {
    receiver.recv_timeout(interval).is_ok()
}
