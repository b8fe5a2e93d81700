//! `Barrier`: 모두 모인 다음에 잠그고 시작합니다.

use std::sync::{Barrier, Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (lock, start) = (Mutex::new(()), Barrier::new(jobs.len()));
    thread::scope(|scope| {
        let work = |number, job: Job| {
            start.wait();
            let _guard = thread_safe.then(|| lock.lock().unwrap_or_else(PoisonError::into_inner));
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        workers.into_iter().for_each(|worker| drop(worker.join()));
    });
}
