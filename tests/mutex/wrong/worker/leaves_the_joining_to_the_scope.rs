//! `scope`가 알아서 기다리게 둡니다. 파이썬의 `with ThreadPoolExecutor()`처럼 스레드의 오류는 묻힌다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        let _guard = thread_safe.then(|| lock.lock());
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
    };
    thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            scope.spawn(move || work(number, job));
        }
    });
}
