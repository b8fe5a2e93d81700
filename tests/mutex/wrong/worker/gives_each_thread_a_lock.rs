//! 스레드마다 새 잠금을 만듭니다. 파이썬에서 함수 안에 `lock = Lock()`을 두어도 서로 막는다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let mut workers = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        workers.push(thread::spawn(move || {
            let lock = Mutex::new(());
            let _guard = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        }));
    }
    for worker in workers {
        let _ = worker.join();
    }
}
