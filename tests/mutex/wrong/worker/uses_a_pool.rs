//! 스레드 여덟이 작업을 나누어 맡습니다. 파이썬의 `ThreadPoolExecutor`처럼 스레드 수는 알아서 정해도 된다고 여긴 것입니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    let jobs = &Mutex::new(jobs.into_iter().enumerate());
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(move || {
                loop {
                    let next = jobs.lock().unwrap().next();
                    let Some((number, job)) = next else { return };
                    let _guard = thread_safe.then(|| lock.lock().unwrap());
                    println!("작업 {number} 시작");
                    if let Ok(result) = catch_unwind(AssertUnwindSafe(job)) {
                        println!("작업 {number} 끝: {result}");
                    }
                }
            });
        }
    });
}
