//! 조건 변수로 만든 잠금이지만, 풀기를 `Drop`에 맡겨 패닉해도 풀립니다.

use std::sync::{Condvar, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

struct Turn<'a>(&'a Mutex<bool>, &'a Condvar);

impl<'a> Turn<'a> {
    fn take(taken: &'a Mutex<bool>, released: &'a Condvar) -> Self {
        let guard = taken.lock().unwrap();
        *released.wait_while(guard, |taken| *taken).unwrap() = true;
        Turn(taken, released)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap() = false;
        self.1.notify_one();
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (taken, released) = (Mutex::new(false), Condvar::new());
    let work = |number, job: Job| {
        let _turn = thread_safe.then(|| Turn::take(&taken, &released));
        println!("작업 {number} 시작");
        println!("작업 {number} 끝: {}", job());
    };
    thread::scope(|scope| {
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        workers.into_iter().for_each(|worker| drop(worker.join()));
    });
}
