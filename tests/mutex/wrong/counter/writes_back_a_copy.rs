//! 복사본에 더한 뒤 마지막에 한 번 씁니다. 파이썬의 지역 변수로 옮겨 두면 잠그는 시간만 줄어든다고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for _ in 0..threads {
        let total = Arc::clone(&total);
        workers.push(thread::spawn(move || {
            let mut mine = *total.lock().unwrap();
            for _ in 0..times {
                mine += 1;
            }
            *total.lock().unwrap() = mine;
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
    *total.lock().unwrap()
}
