//! `join`의 결과를 `unwrap`합니다. 파이썬의 `join()`처럼 스레드 안의 오류는 밖으로 나오지 않는다고 여긴 것입니다.

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
            let _guard = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
