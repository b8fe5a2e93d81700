//! 스레드마다 끝났다고 적고, 마지막 스레드가 기다리던 쪽을 깨웁니다.

use std::thread;

use parking_lot::{Condvar, Mutex};

struct Tally {
    total: u64,
    working: usize,
}

pub fn count(threads: usize, times: usize) -> u64 {
    let tally = Mutex::new(Tally { total: 0, working: threads });
    let finished = Condvar::new();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    tally.lock().total += 1;
                }
                let mut tally = tally.lock();
                tally.working -= 1;
                if tally.working == 0 {
                    finished.notify_one();
                }
            });
        }
        let mut tally = tally.lock();
        finished.wait_while(&mut tally, |tally| tally.working > 0);
        tally.total
    })
}
