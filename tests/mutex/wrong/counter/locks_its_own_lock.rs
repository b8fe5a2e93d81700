//! 스레드마다 제 잠금을 만들어 잠급니다. 파이썬의 `with Lock():`처럼, 잠그기만 하면 지켜진다고 여긴 것입니다.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let lock = Mutex::new(());
                for _ in 0..times {
                    let _guard = lock.lock().unwrap();
                    let before = total.load(Ordering::SeqCst);
                    total.store(before + 1, Ordering::SeqCst);
                }
            });
        }
    });
    total.into_inner()
}
