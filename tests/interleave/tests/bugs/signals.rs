//! Events, parked threads, barriers and queues of waiters: signals that mean less than they seem to.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Barrier, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use crate::gallery::promise;

/// An event that is set and cleared at once: who did not look in between waits on.
pub mod clears_the_event_at_once {
    use super::*;

    fn check(announce: fn(&Mutex<bool>, &Condvar)) {
        let (event, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| drop(changed.wait_while(event.lock().unwrap(), |event| !*event).unwrap()));
            announce(&event, &changed);
        });
    }

    pub fn wrong() {
        check(|event, changed| {
            *event.lock().unwrap() = true;
            changed.notify_all();
            *event.lock().unwrap() = false;
        });
    }

    pub fn right() {
        check(|event, changed| {
            *event.lock().unwrap() = true;
            changed.notify_all();
        });
    }
}

/// An earlier wakeup that nobody waited for ends the wait too soon.
pub mod parks_without_asking_why_it_woke {
    use super::*;

    fn check(wait: fn(&AtomicBool)) {
        let ready = AtomicBool::new(false);
        let owner = thread::current();
        thread::scope(|scope| {
            scope.spawn(|| {
                owner.unpark();
                ready.store(true, SeqCst);
                owner.unpark();
            });
            wait(&ready);
            promise(ready.load(SeqCst), "준비되기 전에 깨어났습니다.");
        });
    }

    pub fn wrong() {
        check(|_| thread::park());
    }

    pub fn right() {
        check(|ready| {
            while !ready.load(SeqCst) {
                thread::park();
            }
        });
    }
}

/// Two wakeups of one thread may be one.
pub mod counts_wakeups {
    use super::*;

    pub fn wrong() {
        let owner = thread::current();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| owner.unpark());
            }
            thread::park();
            thread::park();
        });
    }

    pub fn right() {
        let owner = thread::current();
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| owner.unpark());
            scope.spawn(|| {
                done.store(true, SeqCst);
                owner.unpark();
            });
            while !done.load(SeqCst) {
                thread::park();
            }
        });
    }
}

/// Whoever waited first need not be woken first.
pub mod relies_on_the_order_of_waking {
    use super::*;

    struct Line {
        called: Mutex<u32>,
        moved: Condvar,
    }

    fn check(wait: fn(&Line, u32), call: fn(&Line)) {
        let line = Line { called: Mutex::new(0), moved: Condvar::new() };
        thread::scope(|scope| {
            for ticket in 1..=2 {
                let line = &line;
                scope.spawn(move || {
                    wait(line, ticket);
                    println!("{ticket}");
                });
                thread::sleep(Duration::from_secs(1));
            }
            for _ in 0..2 {
                call(&line);
                thread::sleep(Duration::from_secs(1));
            }
        });
        promise(interleave::output() == ["1", "2"], "먼저 온 1번 손님이 나중에 불렸습니다.");
    }

    pub fn wrong() {
        check(
            |line, _| {
                let mut called = line.called.lock().unwrap();
                while *called == 0 {
                    called = line.moved.wait(called).unwrap();
                }
                *called -= 1;
            },
            |line| {
                *line.called.lock().unwrap() += 1;
                line.moved.notify_one();
            },
        );
    }

    pub fn right() {
        check(
            |line, ticket| {
                let called = line.called.lock().unwrap();
                drop(line.moved.wait_while(called, |called| *called < ticket).unwrap());
            },
            |line| {
                *line.called.lock().unwrap() += 1;
                line.moved.notify_all();
            },
        );
    }
}

pub mod waits_for_one_who_never_comes {
    use super::*;

    fn check(parties: usize) {
        let barrier = Barrier::new(parties);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| _ = barrier.wait());
            }
        });
    }

    pub fn wrong() {
        check(3);
    }

    pub fn right() {
        check(2);
    }
}

/// The token of a wakeup that came before anybody slept ends the next sleep.
pub mod takes_a_token_left_over {
    use super::*;

    fn check(wait: fn(&AtomicBool)) {
        let (first, second) = (AtomicBool::new(false), AtomicBool::new(false));
        let owner = thread::current();
        let work = |done: &AtomicBool| {
            done.store(true, SeqCst);
            owner.unpark();
        };
        thread::scope(|scope| {
            scope.spawn(|| work(&first));
            while !first.load(SeqCst) {
                thread::park();
            }
            scope.spawn(|| work(&second));
            wait(&second);
            promise(second.load(SeqCst), "둘째 일이 끝나기 전에 깨어났습니다.");
        });
    }

    pub fn wrong() {
        check(|_| thread::park());
    }

    pub fn right() {
        check(|second| {
            while !second.load(SeqCst) {
                thread::park();
            }
        });
    }
}
