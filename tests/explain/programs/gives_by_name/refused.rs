use std::sync::mpsc::Receiver;

pub fn next(answers: &Receiver<u64>) -> Option<u64> {
    answers.recv(timeout=2).ok()
}
