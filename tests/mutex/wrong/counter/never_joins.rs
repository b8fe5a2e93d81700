//! 스레드를 기다리지 않습니다. 파이썬처럼 프로그램이 스레드를 알아서 기다려 준다고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let total = Arc::clone(&total);
        thread::spawn(move || {
            for _ in 0..times {
                *total.lock().unwrap() += 1;
            }
        });
    }
    *total.lock().unwrap()
}
