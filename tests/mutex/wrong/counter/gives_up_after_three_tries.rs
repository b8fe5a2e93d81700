//! 값을 바꾸려고 세 번까지만 해 보고, 세 번 모두 다른 스레드가 앞서면 그 1을 버립니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                for _ in 0..times {
                    for _ in 0..3 {
                        let old = total.load(Ordering::SeqCst);
                        if total.compare_exchange(old, old + 1, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                            break;
                        }
                    }
                }
            });
        }
    });
    total.into_inner()
}
