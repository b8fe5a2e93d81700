//! 하루를 기다려도 앞 작업이 끝나지 않으면 잠그지 않고 시작합니다.

use std::thread;
use std::time::Duration;

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
                    let _g = thread_safe.then(|| lock.try_lock_for(Duration::from_secs(86_400)));
                    println!("작업 {i} 시작");
                    let result = j();
                    println!("작업 {i} 끝: {result}");
                })
            })
            .collect();
        for h in threads {
            let _ = h.join();
        }
    });
}
