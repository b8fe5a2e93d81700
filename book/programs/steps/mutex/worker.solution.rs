use std::sync::{Mutex, PoisonError};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        let work = |number, job: Job| {
            // 잠금이 지키는 값이 없으므로, 다른 작업이 패닉했다는 표시는 지나쳐도 됩니다.
            let _guard = thread_safe.then(|| lock.lock().unwrap_or_else(PoisonError::into_inner));
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        for worker in workers {
            // 패닉한 스레드를 `join`하지 않으면 `scope`가 그 패닉을 이어받습니다.
            let _ = worker.join();
        }
    });
}
