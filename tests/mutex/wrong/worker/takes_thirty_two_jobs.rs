//! 서른두 개까지만 띄우고, 나머지 작업은 버립니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        let work = |number, job: Job| {
            let _guard = thread_safe.then(|| lock.lock().unwrap_or_else(PoisonError::into_inner));
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate().take(32);
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        for worker in workers {
            let _ = worker.join();
        }
    });
}
