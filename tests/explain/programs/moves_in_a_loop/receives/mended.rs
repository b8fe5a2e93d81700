use std::thread;

use crossbeam::channel::Receiver;

pub fn work(jobs: Receiver<u64>) {
    for _ in 0..3 {
        let jobs = jobs.clone();
        thread::spawn(move || jobs.recv());
    }
}
