use std::process::Child;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn ended(mut child: Child, limit: Duration) -> bool {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    receiver.recv_timeout(limit).is_ok()
}
