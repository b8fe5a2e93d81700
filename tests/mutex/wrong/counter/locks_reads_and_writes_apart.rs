//! 읽기용 잠금과 쓰기용 잠금을 따로 둡니다. 파이썬에서 하듯 동작마다 잠금이 있으면 더 안전하다고 여긴 것입니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use parking_lot::Mutex;

pub fn count(threads: usize, times: usize) -> u64 {
    let (reading, writing) = (Mutex::new(()), Mutex::new(()));
    let total = AtomicU64::new(0);
    let read = || {
        let _guard = reading.lock();
        total.load(Ordering::SeqCst)
    };
    let write = |value| {
        let _guard = writing.lock();
        total.store(value, Ordering::SeqCst);
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    write(read() + 1);
                }
            });
        }
    });
    total.load(Ordering::SeqCst)
}
