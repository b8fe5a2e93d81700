//! `u8`에 셉니다. 파이썬의 정수처럼 저절로 커진다고 여겼지만, 255 다음은 0입니다.

use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU8::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    total.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    u64::from(total.into_inner())
}
