//! 1분 안에 못 잠그면 잠그지 않은 채로 들어갑니다. 1분이면 앞의 작업이 모두 끝난다고 여긴 것입니다.

use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        let lock = &lock;
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                let _guard = if thread_safe { lock.try_lock_for(Duration::from_secs(60)) } else { None };
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
