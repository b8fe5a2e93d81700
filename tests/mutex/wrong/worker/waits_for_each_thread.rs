//! 스레드를 하나 띄우고 끝나기를 기다린 다음 또 띄웁니다. 파이썬의 `t.start(); t.join()`도 여러 스레드라고 여긴 것입니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, _thread_safe: bool) {
    for (number, job) in jobs.into_iter().enumerate() {
        let worker = thread::spawn(move || {
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        });
        let _ = worker.join();
    }
}
