//! 한 문장에서 두 번 잠급니다. 파이썬의 `with` 두 개처럼, 오른쪽을 읽고 나면 그 잠금은 풀린다고 여긴 것입니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    *total.lock().unwrap() = *total.lock().unwrap() + 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
