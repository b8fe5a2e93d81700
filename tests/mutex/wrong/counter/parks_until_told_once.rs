//! `park`가 돌아오면 다 끝난 줄 알아서, 남아 있던 `unpark`에 속습니다.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let (total, left) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicUsize::new(threads)));
    let caller = thread::current();
    let mut workers = Vec::new();
    for _ in 0..threads {
        let (total, left, caller) = (total.clone(), left.clone(), caller.clone());
        workers.push(thread::spawn(move || {
            for _ in 0..times {
                total.fetch_add(1, Ordering::SeqCst);
            }
            if left.fetch_sub(1, Ordering::SeqCst) == 1 {
                caller.unpark();
            }
        }));
    }
    if threads > 0 {
        thread::park();
    }
    let answer = total.load(Ordering::SeqCst);
    for worker in workers {
        worker.join().unwrap();
    }
    answer
}
