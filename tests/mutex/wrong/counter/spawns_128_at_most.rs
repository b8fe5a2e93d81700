//! 스레드를 128개까지만 띄웁니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        let spawned = threads.min(128);
        for number in 0..spawned {
            let more = threads / spawned + usize::from(number < threads % spawned);
            let total = &total;
            scope.spawn(move || {
                for _ in 0..times * more {
                    *total.lock().unwrap() += 1;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
