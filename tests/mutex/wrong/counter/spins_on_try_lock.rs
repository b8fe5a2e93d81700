//! 잠길 때까지 쉬지 않고 다시 시도합니다. 파이썬의 `while not lock.acquire(blocking=False): pass`도 기다림이라고 여긴 것입니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    loop {
                        if let Ok(mut total) = total.try_lock() {
                            *total += 1;
                            break;
                        }
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
