//! 번호 차례대로 일하는데, 패닉한 작업은 차례를 넘기지 않아서 다음 작업이 영영 기다립니다.

use parking_lot::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let turn = Mutex::new(0usize);
    let next = parking_lot::Condvar::new();
    thread::scope(|s| {
        let handles: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(n, job)| {
                let (turn, next) = (&turn, &next);
                s.spawn(move || {
                    if !thread_safe {
                        println!("작업 {n} 시작");
                        println!("작업 {n} 끝: {}", job());
                        return;
                    }
                    let mut t = turn.lock();
                    while *t != n {
                        next.wait(&mut t);
                    }
                    println!("작업 {n} 시작");
                    println!("작업 {n} 끝: {}", job());
                    *t += 1;
                    next.notify_all();
                })
            })
            .collect();
        for h in handles {
            let _ = h.join();
        }
    });
}
