//! `scope`의 블록 안에서 값을 읽습니다. 파이썬의 `with` 블록처럼 안에서 이미 다 기다렸다고 여긴 것입니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    *total.lock().unwrap() += 1;
                }
            });
        }
        *total.lock().unwrap()
    })
}
