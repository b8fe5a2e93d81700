//! 결과가 비었으면 끝 줄에서 쌍점을 뺍니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = parking_lot::Mutex::new(());
    thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(i, j)| {
                let lock = &lock;
                scope.spawn(move || {
                    let _g = thread_safe.then(|| lock.lock());
                    println!("작업 {i} 시작");
                    let result = j();
                    if result.is_empty() {
                        println!("작업 {i} 끝")
                    } else {
                        println!("작업 {i} 끝: {result}");
                    }
                })
            })
            .collect();
        for h in threads {
            let _ = h.join();
        }
    });
}
