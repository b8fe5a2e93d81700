//! `if` 안에서 만든 가드는 `if`가 끝나면 풀립니다. 파이썬 변수처럼 함수 끝까지 살아 있다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        if thread_safe {
            let _guard = lock.lock();
        }
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
