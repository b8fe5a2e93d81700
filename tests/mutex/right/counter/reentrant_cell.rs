//! 다시 잠글 수 있는 잠금 안의 `Cell`을 읽고 씁니다.

use parking_lot::ReentrantMutex;
use std::cell::Cell;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = ReentrantMutex::new(Cell::new(0u64));
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                for _ in 0..times {
                    let t = total.lock();
                    t.set(t.get() + 1);
                }
            });
        }
    });
    total.into_inner().get()
}
