//! 스레드 수만큼 `park`합니다. 깨우는 표는 쌓인다고 여겼지만, 두 번 깨워도 표는 하나입니다.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    let main = thread::current();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    total.fetch_add(1, SeqCst);
                }
                main.unpark();
            });
        }
        for _ in 0..threads {
            thread::park();
        }
    });
    total.into_inner()
}
