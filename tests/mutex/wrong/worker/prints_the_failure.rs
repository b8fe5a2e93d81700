//! 패닉을 잡아 한 줄을 더 출력합니다. 파이썬의 `except Exception as error: print(error)`처럼 알려야 한다고 여긴 것입니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            scope.spawn(move || {
                let _guard = thread_safe.then(|| lock.lock().unwrap());
                println!("작업 {number} 시작");
                match catch_unwind(AssertUnwindSafe(job)) {
                    Ok(result) => println!("작업 {number} 끝: {result}"),
                    Err(_) => println!("작업 {number} 실패"),
                }
            });
        }
    });
}
