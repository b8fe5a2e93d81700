//! 글로 된 패닉만 잡고, 다른 패닉은 그대로 던집니다. 파이썬의 `except Exception`처럼 모두 `str`이라고 여긴 것입니다.

use std::panic::{self, AssertUnwindSafe};
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            let lock = &lock;
            scope.spawn(move || {
                let _guard = thread_safe.then(|| lock.lock());
                println!("작업 {number} 시작");
                match panic::catch_unwind(AssertUnwindSafe(job)) {
                    Ok(result) => println!("작업 {number} 끝: {result}"),
                    Err(error) if error.is::<&str>() => {}
                    Err(error) => panic::resume_unwind(error),
                }
            });
        }
    });
}
