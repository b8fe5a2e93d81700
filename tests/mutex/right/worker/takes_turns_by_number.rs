//! 번호 차례로만 들어갑니다. 차례는 `Drop`이 넘기므로 패닉한 작업도 다음을 막지 않습니다.

use std::thread;

use parking_lot::{Condvar, Mutex};

pub type Job = Box<dyn FnOnce() -> String + Send>;

struct Turns {
    turn: Mutex<usize>,
    passed: Condvar,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.turn.lock() += 1;
        self.0.passed.notify_all();
    }
}

struct Turn<'a>(&'a Turns);

impl Turns {
    fn wait_for(&self, number: usize) -> Turn<'_> {
        self.passed.wait_while(&mut self.turn.lock(), |turn| *turn != number);
        Turn(self)
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let turns = &Turns { turn: Mutex::new(0), passed: Condvar::new() };
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                let _turn = thread_safe.then(|| turns.wait_for(number));
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
