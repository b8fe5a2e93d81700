use std::sync::mpsc::Receiver;
use std::time::Duration;

pub fn next(answers: &Receiver<u64>, timeout: Duration) -> Option<u64> {
    answers.recv_timeout(timeout=timeout).ok()
}
