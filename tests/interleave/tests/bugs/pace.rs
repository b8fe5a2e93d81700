//! Right answers that come too late: work that could overlap and does not, or never gets done at all.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::gallery::promise;

const SECOND: Duration = Duration::from_secs(1);

fn takes(seconds: u64, says: &str) {
    promise(interleave::clock() == Duration::from_secs(seconds), says);
}

pub mod joins_in_the_spawning_loop {
    use super::*;

    pub fn wrong() {
        for _ in 0..3 {
            thread::spawn(|| thread::sleep(SECOND)).join().unwrap();
        }
        takes(1, "1초씩 걸리는 일 셋을 함께 하면 1초입니다.");
    }

    pub fn right() {
        let workers = [(); 3].map(|()| thread::spawn(|| thread::sleep(SECOND)));
        for worker in workers {
            worker.join().unwrap();
        }
        takes(1, "1초씩 걸리는 일 셋을 함께 하면 1초입니다.");
    }
}

pub mod works_while_holding {
    use super::*;

    fn check(work: fn(&Mutex<u32>)) {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| work(&total));
            scope.spawn(|| work(&total));
        });
        takes(1, "1초씩 걸리는 일 둘을 함께 하면 1초입니다.");
    }

    pub fn wrong() {
        check(|total| {
            let mut total = total.lock().unwrap();
            thread::sleep(SECOND);
            *total += 1;
        });
    }

    pub fn right() {
        check(|total| {
            thread::sleep(SECOND);
            *total.lock().unwrap() += 1;
        });
    }
}

/// The guard in the head of `while let` lives through the body: two workers, one job at a time.
pub mod keeps_the_guard_in_the_while_let {
    use super::*;

    fn check(work: fn(&Mutex<mpsc::Receiver<Duration>>)) {
        let (sender, jobs) = mpsc::channel();
        let jobs = Mutex::new(jobs);
        for _ in 0..2 {
            sender.send(SECOND).unwrap();
        }
        drop(sender);
        thread::scope(|scope| {
            scope.spawn(|| work(&jobs));
            scope.spawn(|| work(&jobs));
        });
        takes(1, "두 일꾼이 1초짜리 일 둘을 나눠 하면 1초입니다.");
    }

    pub fn wrong() {
        check(|jobs| {
            while let Ok(job) = jobs.lock().unwrap().recv() {
                thread::sleep(job);
            }
        });
    }

    pub fn right() {
        check(|jobs| {
            loop {
                let job = jobs.lock().unwrap().recv();
                let Ok(job) = job else { break };
                thread::sleep(job);
            }
        });
    }
}

/// Every tick waits a whole second after the work, and so comes later and later.
pub mod drifts {
    use super::*;

    fn work() {
        thread::sleep(SECOND / 4);
    }

    pub fn wrong() {
        for _ in 0..4 {
            work();
            thread::sleep(SECOND);
        }
        takes(4, "1초마다 한 번씩 네 번이면 4초입니다.");
    }

    pub fn right() {
        let start = Instant::now();
        for tick in 1..=4 {
            work();
            thread::sleep((start + SECOND * tick).saturating_duration_since(Instant::now()));
        }
        takes(4, "1초마다 한 번씩 네 번이면 4초입니다.");
    }
}

/// Livelock: two in a corridor, each steps aside for the other, at the same pace, for ever.
pub mod steps_aside_for_ever {
    use super::*;

    fn pass(mine: &AtomicBool, theirs: &AtomicBool) {
        mine.store(true, SeqCst);
        thread::sleep(SECOND);
        while theirs.load(SeqCst) {
            thread::sleep(SECOND);
            mine.store(false, SeqCst);
            thread::sleep(SECOND);
            mine.store(true, SeqCst);
            thread::sleep(SECOND);
        }
        mine.store(false, SeqCst);
    }

    pub fn wrong() {
        let (first, second) = (AtomicBool::new(false), AtomicBool::new(false));
        thread::scope(|scope| {
            scope.spawn(|| pass(&first, &second));
            scope.spawn(|| pass(&second, &first));
        });
    }

    pub fn right() {
        let corridor = Mutex::new(());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let _walks = corridor.lock().unwrap();
                    thread::sleep(SECOND);
                });
            }
        });
    }
}

/// A background thread that looks at its flag between naps holds up whoever stops it.
pub mod stops_after_its_nap {
    use super::*;

    fn check(tick: fn(&Mutex<bool>, &Condvar) -> bool) {
        let (stop, told) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| while tick(&stop, &told) {});
            thread::sleep(SECOND);
            *stop.lock().unwrap() = true;
            told.notify_one();
        });
        takes(1, "1초에 멈추라고 했는데 늦게 멈췄습니다.");
    }

    pub fn wrong() {
        check(|stop, _| {
            thread::sleep(SECOND * 10);
            !*stop.lock().unwrap()
        });
    }

    pub fn right() {
        check(|stop, told| {
            let stop = stop.lock().unwrap();
            let (stop, _) = told.wait_timeout_while(stop, SECOND * 10, |stop| !*stop).unwrap();
            !*stop
        });
    }
}

/// One lock for everything: right, and no two transfers at once.
pub mod locks_the_whole_bank {
    use super::*;

    fn pay(balance: &Mutex<i64>) {
        let mut balance = balance.lock().unwrap();
        thread::sleep(SECOND);
        *balance -= 1;
    }

    pub fn wrong() {
        let (bank, accounts) = (Mutex::new(()), [Mutex::new(5), Mutex::new(5)]);
        thread::scope(|scope| {
            for account in &accounts {
                scope.spawn(|| {
                    let _bank = bank.lock().unwrap();
                    pay(account);
                });
            }
        });
        takes(1, "서로 다른 계좌의 일은 함께 할 수 있습니다.");
    }

    pub fn right() {
        let accounts = [Mutex::new(5), Mutex::new(5)];
        thread::scope(|scope| {
            for account in &accounts {
                scope.spawn(|| pay(account));
            }
        });
        takes(1, "서로 다른 계좌의 일은 함께 할 수 있습니다.");
    }
}
