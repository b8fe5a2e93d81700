//! 안전하게 할 때는 쓰기 잠금, 아닐 때는 읽기 잠금을 쥡니다.

use std::sync::{PoisonError, RwLock};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

fn work(number: usize, job: Job) {
    println!("작업 {number} 시작");
    let result = job();
    println!("작업 {number} 끝: {result}");
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let console = RwLock::new(());
    thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(number, job)| {
                let console = &console;
                scope.spawn(move || {
                    if thread_safe {
                        let _alone = console.write().unwrap_or_else(PoisonError::into_inner);
                        work(number, job);
                    } else {
                        let _together = console.read().unwrap_or_else(PoisonError::into_inner);
                        work(number, job);
                    }
                })
            })
            .collect();
        for thread in threads {
            drop(thread.join());
        }
    });
}
