//! 스레드를 띄우자마자 기다립니다. 파이썬에서 `start()` 바로 아래에 `join()`을 쓰면 그것으로 동시에 돈다고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let shared = Arc::clone(&total);
        let worker = thread::spawn(move || {
            for _ in 0..times {
                *shared.lock().unwrap() += 1;
            }
        });
        worker.join().unwrap();
    }
    *total.lock().unwrap()
}
