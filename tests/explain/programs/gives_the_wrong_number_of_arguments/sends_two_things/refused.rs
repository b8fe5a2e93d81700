use std::sync::mpsc::Sender;

pub fn send(sender: &Sender<(&str, u64)>, site: &'static str, answer: u64) {
    sender.send(site, answer).unwrap();
}
