//! 누가 패닉한 적이 있으면 조용히 건너뜁니다. `if let Ok`를 파이썬의 `if lock.acquire():`처럼 늘 참이라고 여긴 것입니다.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

fn work(number: usize, job: Job) {
    println!("작업 {number} 시작");
    println!("작업 {number} 끝: {}", job());
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                if !thread_safe {
                    work(number, job);
                } else if let Ok(_guard) = lock.lock() {
                    work(number, job);
                }
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
