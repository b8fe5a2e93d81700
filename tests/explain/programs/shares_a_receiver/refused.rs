use std::sync::mpsc::Receiver;
use std::thread;

pub fn work(jobs: &Receiver<u64>) {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| while let Ok(job) = jobs.recv() { println!("{job}") });
        }
    });
}
