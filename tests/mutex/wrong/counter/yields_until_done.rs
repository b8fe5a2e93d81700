//! 끝났는지 거듭 묻습니다. 파이썬의 `while thread.is_alive(): time.sleep(0)`처럼 양보하면 기다리는 것이라고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    let work = |total: Arc<Mutex<u64>>| {
        thread::spawn(move || {
            for _ in 0..times {
                *total.lock().unwrap() += 1;
            }
        })
    };
    let workers: Vec<_> = (0..threads).map(|_| work(Arc::clone(&total))).collect();
    while !workers.iter().all(|worker| worker.is_finished()) {
        thread::yield_now();
    }
    *total.lock().unwrap()
}
