//! 읽기 잠금을 쥐고 출력합니다. 쓰는 값이 없으니 읽기 잠금이면 충분하다고 여긴 것입니다.

use std::thread;

use parking_lot::RwLock;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = RwLock::new(());
    thread::scope(|scope| {
        let lock = &lock;
        let workers: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(number, job)| {
                scope.spawn(move || {
                    let _guard = thread_safe.then(|| lock.read());
                    println!("작업 {number} 시작");
                    println!("작업 {number} 끝: {}", job());
                })
            })
            .collect();
        for worker in workers {
            let _ = worker.join();
        }
    });
}
