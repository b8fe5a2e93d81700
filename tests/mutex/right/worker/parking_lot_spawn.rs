//! `parking_lot`의 `Mutex`를 `Arc`로 나눕니다. 패닉을 표시하지 않는 잠금입니다.

use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Arc::new(Mutex::new(()));
    let mut workers = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        let lock = Arc::clone(&lock);
        workers.push(thread::spawn(move || {
            let guard = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
            drop(guard);
        }));
    }
    for worker in workers {
        let _ = worker.join();
    }
}
