//! 두 바이트로 세어서, 65536번을 더하면 0이 됩니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0u16);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let mut t = total.lock().unwrap();
                    *t = t.wrapping_add(1);
                }
            });
        }
    });
    u64::from(total.into_inner().unwrap())
}
