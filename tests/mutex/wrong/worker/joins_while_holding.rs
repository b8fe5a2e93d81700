//! `run`이 잠근 채로 스레드들을 기다립니다. 파이썬의 `with lock:`을 바깥에 한 번 두르면 모두 지켜진다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        let _guard = thread_safe.then(|| lock.lock());
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
    };
    thread::scope(|scope| {
        let _guard = thread_safe.then(|| lock.lock());
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || work(number, job)));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
