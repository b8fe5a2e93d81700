//! 패닉을 그 자리에서 잡습니다. 잠금도 `join`도 패닉을 보지 못합니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

fn work(number: usize, job: Job) {
    println!("작업 {number} 시작");
    if let Ok(result) = panic::catch_unwind(AssertUnwindSafe(job)) {
        println!("작업 {number} 끝: {result}");
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let lock = &lock;
    thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            scope.spawn(move || {
                if thread_safe {
                    let _guard = lock.lock().unwrap();
                    work(number, job);
                } else {
                    work(number, job);
                }
            });
        }
    });
}
