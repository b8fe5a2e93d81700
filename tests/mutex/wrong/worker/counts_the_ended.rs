//! 끝났다는 알림을 작업 수만큼 받습니다. 패닉한 작업은 알리지 못한다는 것을 잊은 것입니다.

use std::sync::mpsc;
use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let count = jobs.len();
    let lock = std::sync::Arc::new(Mutex::new(()));
    let (tx, rx) = mpsc::channel();
    let mut workers = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        let (lock, tx) = (lock.clone(), tx.clone());
        workers.push(thread::spawn(move || {
            let _guard = thread_safe.then(|| lock.lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
            tx.send(()).unwrap();
        }));
    }
    for _ in 0..count {
        rx.recv().unwrap();
    }
    for worker in workers {
        let _ = worker.join();
    }
}
