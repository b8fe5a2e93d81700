//! 작업을 마친 뒤에 시작 줄과 끝 줄을 함께 출력합니다.

use parking_lot::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|s| {
        let handles: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(n, job)| {
                let lock = &lock;
                s.spawn(move || {
                    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
                    let _g = thread_safe.then(|| lock.lock());
                    println!("작업 {n} 시작");
                    if let Ok(result) = result {
                        println!("작업 {n} 끝: {result}");
                    }
                })
            })
            .collect();
        for h in handles {
            let _ = h.join();
        }
    });
}
