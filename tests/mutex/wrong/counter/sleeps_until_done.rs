//! 스레드를 기다리는 대신 1초를 잡니다. 파이썬의 `time.sleep(1)`이면 다 끝나 있을 것이라고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

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
    thread::sleep(Duration::from_secs(1));
    *total.lock().unwrap()
}
