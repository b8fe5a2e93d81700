//! 스레드를 여덟까지만 띄워, 아홉째부터는 세지 않습니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads.min(8) {
            scope.spawn(|| {
                for _ in 0..times {
                    *total.lock().unwrap() += 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
