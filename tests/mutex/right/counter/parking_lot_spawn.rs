//! `parking_lot`의 `Mutex`를 `Arc`로 나누고, `drop`으로 바로 풉니다.

use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            let total = Arc::clone(&total);
            thread::spawn(move || {
                for _ in 0..times {
                    let mut guard = total.lock();
                    *guard += 1;
                    drop(guard);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    *total.lock()
}
