//! 프로그램에 하나뿐인 잠금을 씁니다. 화면이 하나이니 잠금도 하나입니다.

use parking_lot::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

static SCREEN: Mutex<()> = Mutex::new(());

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let mut workers = Vec::new();
    for (number, job) in jobs.into_iter().enumerate() {
        let worker = thread::Builder::new().name(format!("작업 {number}"));
        let worker = worker.spawn(move || {
            let guard = match thread_safe {
                true => Some(SCREEN.lock()),
                false => None,
            };
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
            drop(guard);
        });
        workers.push(worker.unwrap());
    }
    workers.into_iter().map(|worker| worker.join()).for_each(drop);
}
