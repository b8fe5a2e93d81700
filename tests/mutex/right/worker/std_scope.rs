//! `std`의 `Mutex`: 패닉했다는 표시를 `match`로 지나칩니다.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            let lock = &lock;
            workers.push(scope.spawn(move || {
                let _guard;
                if thread_safe {
                    _guard = match lock.lock() {
                        Ok(guard) => guard,
                        Err(poisoned) => poisoned.into_inner(),
                    };
                }
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
