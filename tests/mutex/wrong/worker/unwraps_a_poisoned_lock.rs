//! 다른 작업이 패닉한 뒤의 `lock()`을 `unwrap`합니다. 파이썬의 잠금처럼 앞사람의 오류와 상관없다고 여긴 것입니다.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        let _guard = thread_safe.then(|| lock.lock().unwrap());
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
    };
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || work(number, job)));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
