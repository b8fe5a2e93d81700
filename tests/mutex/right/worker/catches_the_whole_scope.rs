//! `scope`는 모두 끝난 뒤에 패닉을 이어받습니다. 그 패닉을 바깥에서 한 번 잡습니다.

use std::panic::{self, AssertUnwindSafe};
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

fn work(number: usize, job: Job) {
    println!("작업 {number} 시작");
    let result = job();
    println!("작업 {number} 끝: {result}");
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    let all = || {
        thread::scope(|scope| {
            for (number, job) in jobs.into_iter().enumerate() {
                scope.spawn(move || {
                    let _guard = if thread_safe { Some(lock.lock()) } else { None };
                    work(number, job);
                });
            }
        });
    };
    let _ = panic::catch_unwind(AssertUnwindSafe(all));
}
