//! `std`의 `Mutex`와 `scope`: 더하는 문장 하나만 잠급니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let mut total = total.lock().unwrap();
                    *total += 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
