//! `thread_safe`가 `false`면 출력할 때만 풀고 작업은 잠근 채로 합니다. 줄은 섞여도 작업은 겹치면 안 된다고 여긴 것입니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    let guard = move || lock.lock().unwrap_or_else(PoisonError::into_inner);
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                let _whole = thread_safe.then(guard);
                println!("작업 {number} 시작");
                let result = {
                    let _only_the_job = (!thread_safe).then(guard);
                    job()
                };
                println!("작업 {number} 끝: {result}");
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
