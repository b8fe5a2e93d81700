//! 잠겨 있으면 그냥 지나갑니다. 파이썬의 `lock.acquire(blocking=False)`가 `False`를 돌려줄 때를 생각하지 않은 것입니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    if let Ok(mut total) = total.try_lock() {
                        *total += 1;
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
