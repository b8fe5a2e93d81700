//! 잠근 채로 스레드를 기다립니다. 파이썬의 `with lock:` 안에서 `join()`해도 괜찮다고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    let result = total.lock().unwrap();
    let mut workers = Vec::new();
    for _ in 0..threads {
        let total = Arc::clone(&total);
        workers.push(thread::spawn(move || {
            for _ in 0..times {
                *total.lock().unwrap() += 1;
            }
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
    *result
}
