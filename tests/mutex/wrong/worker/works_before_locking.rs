//! 작업을 먼저 부르고 출력만 잠급니다. 지킬 것은 `print`뿐이라고 여긴 탓에 시작 줄이 작업보다 늦습니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let work = |number, job: Job| {
        let result = job();
        let _guard = thread_safe.then(|| lock.lock());
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {result}");
    };
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || work(number, job)));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
