use std::sync::mpsc::Receiver;
use std::thread;

pub fn work(jobs: Receiver<u64>) {
    for _ in 0..3 {
        thread::spawn(move || jobs.recv());
    }
}
