//! `lock().ok()`로 패닉 표시를 지나칩니다. 하지만 `Err`에도 가드가 들어 있어서, 버리면 잠그지 않은 것이 됩니다.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                let _guard = if thread_safe { lock.lock().ok() } else { None };
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
