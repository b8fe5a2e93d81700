//! 출력할 때마다 따로 잠급니다. 파이썬에서 `print`를 하나씩 지키면 줄이 섞이지 않는다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    let say = |line: String| {
        let _guard = thread_safe.then(|| lock.lock());
        println!("{line}");
    };
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                say(format!("작업 {number} 시작"));
                say(format!("작업 {number} 끝: {}", job()));
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
