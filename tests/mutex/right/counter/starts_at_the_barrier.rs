//! `Barrier`: 모두 모인 다음에 함께 더하기 시작합니다.

use std::sync::{Barrier, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let (total, start) = (Mutex::new(0), Barrier::new(threads));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                start.wait();
                for _ in 0..times {
                    *total.lock().unwrap() += 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
