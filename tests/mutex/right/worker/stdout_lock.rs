//! 표준 출력의 잠금을 그대로 씁니다. 같은 스레드는 다시 들어갈 수 있어서 `println!`도 그대로입니다.

use std::io;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let mut workers = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        workers.push(thread::spawn(move || {
            let _guard = thread_safe.then(|| io::stdout().lock());
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        }));
    }
    for worker in workers {
        let _ = worker.join();
    }
}
