//! 여덟째까지만 한 잠금을 쓰고, 그 뒤로는 번호의 나머지로 고른 다른 잠금을 씁니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let locks = [const { Mutex::new(()) }; 8];
    thread::scope(|scope| {
        let locks = &locks;
        let work = move |number: usize, job: Job| {
            let shared = if number < 8 { 0 } else { number % 8 };
            let _guard = thread_safe.then(|| locks[shared].lock().unwrap_or_else(PoisonError::into_inner));
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        for worker in workers {
            let _ = worker.join();
        }
    });
}
