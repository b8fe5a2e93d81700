//! 스레드를 기다리지 않고 돌아옵니다. 파이썬처럼 데몬이 아닌 스레드는 프로그램이 기다려 준다고 여긴 것입니다.

use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Arc::new(Mutex::new(()));
    for (number, job) in jobs.into_iter().enumerate() {
        let lock = Arc::clone(&lock);
        thread::spawn(move || {
            let _guard = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        });
    }
}
