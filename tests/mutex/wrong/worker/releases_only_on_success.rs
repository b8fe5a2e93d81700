//! 마지막 줄에서 손수 풉니다. 파이썬에서 `finally` 없이 쓴 `release()`처럼, 패닉하면 그 줄에 닿지 못합니다.

use std::thread;

use parking_lot::{Condvar, Mutex};

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (taken, released) = (Mutex::new(false), Condvar::new());
    let acquire = || {
        let mut taken = taken.lock();
        released.wait_while(&mut taken, |taken| *taken);
        *taken = true;
    };
    let release = || {
        *taken.lock() = false;
        released.notify_one();
    };
    let work = |number, job: Job| {
        if thread_safe {
            acquire();
        }
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
        if thread_safe {
            release();
        }
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
