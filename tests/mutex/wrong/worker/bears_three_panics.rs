//! 패닉을 세 번까지만 받아 내고, 네 번째는 밖으로 내보냅니다.

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
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        let failed = workers.into_iter().filter_map(|worker| worker.join().err()).count();
        assert!(failed <= 3, "망가진 작업이 너무 많습니다.");
    });
}
