//! 여덟 스레드마다 잠금을 하나씩 나누어 줍니다. 아홉째부터는 다른 잠금을 쥐므로 서로 막지 못합니다.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    let locks: Vec<Mutex<()>> = (0..threads.div_ceil(8)).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for index in 0..threads {
            let (total, lock) = (&total, &locks[index / 8]);
            scope.spawn(move || {
                for _ in 0..times {
                    let _guard = lock.lock().unwrap();
                    total.store(total.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
                }
            });
        }
    });
    total.into_inner()
}
