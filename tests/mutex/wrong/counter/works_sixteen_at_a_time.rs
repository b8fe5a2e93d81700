//! 스레드를 열여섯씩 띄우고 기다려서, 열일곱째부터는 앞의 스레드들이 끝난 뒤에야 일합니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0u64);
    let mut left = threads;
    while left > 0 {
        let now = left.min(16);
        thread::scope(|s| {
            for _ in 0..now {
                s.spawn(|| {
                    for _ in 0..times {
                        *total.lock().unwrap() += 1;
                    }
                });
            }
        });
        left -= now;
    }
    total.into_inner().unwrap()
}
