//! `lock()`이 돌려준 `Result`를 그대로 쥡니다. `Err` 안에도 가드가 있어서 잠겨 있습니다.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = &Mutex::new(());
    thread::scope(|scope| {
        let work = move |number, job: Job| {
            let _locked = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        for worker in workers {
            worker.join().ok();
        }
    });
}
