//! Waiting by the clock: too short, too long, or all the time. Time is virtual, so every promise about it is exact.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::gallery::promise;

const SECOND: Duration = Duration::from_secs(1);

/// Work that takes a second.
#[track_caller]
fn work() {
    thread::sleep(SECOND);
}

fn takes(seconds: f64, says: &str) {
    promise(interleave::clock() == Duration::from_secs_f64(seconds), says);
}

/// "A second will do": the work may take longer, and even when it does not, nobody says who comes first.
pub mod sleeps_instead_of_waiting {
    use super::*;

    pub fn wrong() {
        let result = Mutex::new(None);
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                *result.lock().unwrap() = Some(7);
            });
            thread::sleep(SECOND);
            let there = result.lock().unwrap().is_some();
            promise(there, "1초를 기다렸지만 결과가 없습니다.");
        });
    }

    pub fn right() {
        let result = Mutex::new(None);
        thread::scope(|scope| {
            let worker = scope.spawn(|| {
                work();
                *result.lock().unwrap() = Some(7);
            });
            worker.join().unwrap();
            let there = result.lock().unwrap().is_some();
            promise(there, "기다렸지만 결과가 없습니다.");
        });
    }
}

pub mod asks_without_a_pause {
    use super::*;

    pub fn wrong() {
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                done.store(true, SeqCst);
            });
            while !done.load(SeqCst) {
                thread::yield_now();
            }
        });
    }

    pub fn right() {
        let (done, finished) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                *done.lock().unwrap() = true;
                finished.notify_one();
            });
            drop(finished.wait_while(done.lock().unwrap(), |done| !*done).unwrap());
        });
    }
}

/// The lock is taken to write each time, though there is nothing to write.
pub mod takes_without_a_pause {
    use super::*;

    fn pass_on(take: fn(&Mutex<Vec<u32>>, &Condvar) -> u32) {
        let (items, not_empty) = (Mutex::new(Vec::new()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                items.lock().unwrap().push(1);
                not_empty.notify_one();
            });
            assert_eq!(take(&items, &not_empty), 1);
        });
    }

    pub fn wrong() {
        pass_on(|items, _| {
            loop {
                if let Some(item) = items.lock().unwrap().pop() {
                    return item;
                }
            }
        });
    }

    pub fn right() {
        pass_on(|items, not_empty| {
            let items = not_empty.wait_while(items.lock().unwrap(), |items| items.is_empty());
            items.unwrap().pop().unwrap()
        });
    }
}

pub mod tries_the_lock_without_a_pause {
    use super::*;

    fn check(add: fn(&Mutex<u32>)) {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| add(&total));
            }
        });
    }

    pub fn wrong() {
        check(|total| {
            loop {
                if let Ok(mut total) = total.try_lock() {
                    *total += 1;
                    break;
                }
            }
        });
    }

    pub fn right() {
        check(|total| *total.lock().unwrap() += 1);
    }
}

/// Asks every 0.4 seconds, so what was ready after one second is seen after 1.2.
pub mod naps_between_looks {
    use super::*;

    pub fn wrong() {
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                done.store(true, SeqCst);
            });
            while !done.load(SeqCst) {
                thread::sleep(SECOND * 2 / 5);
            }
        });
        takes(1.0, "1초에 끝난 일을 늦게 알았습니다.");
    }

    pub fn right() {
        thread::scope(|scope| {
            scope.spawn(work);
        });
        takes(1.0, "1초에 끝난 일을 늦게 알았습니다.");
    }
}

/// Every wakeup starts the limit anew.
pub mod restarts_the_limit {
    use super::*;

    fn check(wait: fn(&Mutex<bool>, &Condvar)) {
        let (never, stirred) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                stirred.notify_all();
            });
            wait(&never, &stirred);
            takes(1.5, "1.5초까지만 기다리기로 했습니다.");
        });
    }

    pub fn wrong() {
        check(|never, stirred| {
            let mut guard = never.lock().unwrap();
            while !*guard {
                let (back, result) = stirred.wait_timeout(guard, SECOND * 3 / 2).unwrap();
                guard = back;
                if result.timed_out() {
                    return;
                }
            }
        });
    }

    pub fn right() {
        check(|never, stirred| {
            let end = Instant::now() + SECOND * 3 / 2;
            let mut guard = never.lock().unwrap();
            while !*guard {
                let left = end.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return;
                }
                guard = stirred.wait_timeout(guard, left).unwrap().0;
            }
        });
    }
}

/// The limit is for each item, and so for none of them all.
pub mod gives_each_item_the_whole_limit {
    use super::*;

    fn check(collect: fn(&Receiver<u32>) -> usize) {
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(move || {
                for item in 0..3 {
                    work();
                    let _ = sender.send(item);
                }
            });
            promise(collect(&receiver) == 1, "1.5초 안에 온 것은 하나뿐입니다.");
        });
    }

    pub fn wrong() {
        check(|receiver| {
            let mut count = 0;
            while receiver.recv_timeout(SECOND * 3 / 2).is_ok() {
                count += 1;
            }
            count
        });
    }

    pub fn right() {
        check(|receiver| {
            let end = Instant::now() + SECOND * 3 / 2;
            let mut count = 0;
            while receiver.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {
                count += 1;
            }
            count
        });
    }
}

/// The lock was free long before, and is asked for once, at the end.
pub mod sleeps_then_tries_once {
    use super::*;

    fn check(enter: fn(&Mutex<bool>, &Condvar) -> bool) {
        let (taken, freed) = (Mutex::new(true), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                *taken.lock().unwrap() = false;
                freed.notify_one();
            });
            promise(enter(&taken, &freed), "3초 안에 비었는데 들어가지 못했습니다.");
            takes(1.0, "1초에 비었는데 더 기다렸습니다.");
        });
    }

    pub fn wrong() {
        check(|taken, _| {
            thread::sleep(SECOND * 3);
            !*taken.lock().unwrap()
        });
    }

    pub fn right() {
        check(|taken, freed| {
            let taken = taken.lock().unwrap();
            let (taken, _) = freed.wait_timeout_while(taken, SECOND * 3, |taken| *taken).unwrap();
            !*taken
        });
    }
}

pub mod takes_a_timeout_for_an_answer {
    use super::*;

    fn check(get: fn(&Mutex<Option<u32>>, &Condvar) -> Result<u32, &'static str>) {
        let (answer, given) = (Mutex::new(None), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                work();
                *answer.lock().unwrap() = Some(7);
                given.notify_one();
            });
            let got = get(&answer, &given);
            promise(got == Ok(7) || got == Err("늦음"), "답도 아니고 늦었다는 말도 아닙니다.");
        });
    }

    pub fn wrong() {
        check(|answer, given| {
            let (answer, _) = given.wait_timeout(answer.lock().unwrap(), SECOND).unwrap();
            Ok(answer.unwrap_or_default())
        });
    }

    pub fn right() {
        check(|answer, given| {
            let answer = answer.lock().unwrap();
            let (answer, _) = given.wait_timeout_while(answer, SECOND, |answer| answer.is_none()).unwrap();
            answer.ok_or("늦음")
        });
    }
}
