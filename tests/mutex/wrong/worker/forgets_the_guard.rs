//! 가드를 잊어버려서 아무도 풀지 않습니다. 파이썬의 `acquire()`처럼 돌려받은 값은 필요 없다고 여긴 것입니다.

use std::mem;
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        if thread_safe {
            mem::forget(lock.lock());
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
