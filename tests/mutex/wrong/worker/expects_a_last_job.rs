//! 마지막 작업은 제가 합니다. 파이썬의 `jobs.pop()`처럼 하나는 있다고 여겨서, 작업이 없으면 패닉합니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    let work = move |number: usize, job: Job| {
        let _guard = thread_safe.then(|| lock.lock().unwrap_or_else(PoisonError::into_inner));
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
    };
    thread::scope(|scope| {
        let jobs = jobs.into_iter().enumerate();
        let mut workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        let last = workers.pop().unwrap();
        for worker in workers {
            let _ = worker.join();
        }
        let _ = last.join();
    });
}
