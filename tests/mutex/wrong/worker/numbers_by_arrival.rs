//! 작업의 번호 대신 스레드가 시작한 차례를 출력합니다.

use std::sync::Arc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Arc::new(parking_lot::Mutex::new(()));
    let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let handles: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            let (lock, next) = (lock.clone(), next.clone());
            thread::spawn(move || {
                let n = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                let _g = thread_safe.then(|| lock.lock());
                println!("작업 {n} 시작");
                println!("작업 {n} 끝: {}", job());
            })
        })
        .collect();
    for h in handles {
        let _ = h.join();
    }
}
