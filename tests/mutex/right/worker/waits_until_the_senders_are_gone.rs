//! 작업마다 보내는 쪽을 하나씩 갖고, 모두 사라질 때까지 받습니다.

use std::sync::Arc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Arc::new(parking_lot::Mutex::new(()));
    let (tx, rx) = std::sync::mpsc::channel();
    for (n, job) in jobs.into_iter().enumerate() {
        let (lock, tx) = (lock.clone(), tx.clone());
        thread::spawn(move || {
            let _g = thread_safe.then(|| lock.lock());
            println!("작업 {n} 시작");
            let r = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
            let _ = tx.send(());
            if let Ok(r) = r {
                println!("작업 {n} 끝: {r}");
            }
        });
    }
    drop(tx);
    for _ in rx {}
}
