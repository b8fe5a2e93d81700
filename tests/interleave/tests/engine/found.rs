//! Orders that are easily left out.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use interleave::{Explorer, Kind, exists};

use crate::{every_order, failure_of};

const SECOND: Duration = Duration::from_secs(1);

/// A scope waits for closures, not for the destructors of locals; a join waits for both.
#[test]
fn a_scope_may_end_before_the_locals_of_its_threads() {
    struct AddsAtItsEnd(&'static Mutex<u32>);

    impl Drop for AddsAtItsEnd {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }

    thread_local! {
        static KEPT: RefCell<Option<AddsAtItsEnd>> = const { RefCell::new(None) };
    }

    fn added(joins: bool) -> u32 {
        let total: &'static Mutex<u32> = Box::leak(Box::new(Mutex::new(0)));
        thread::scope(|scope| {
            let adds = scope.spawn(|| KEPT.set(Some(AddsAtItsEnd(total))));
            if joins {
                adds.join().unwrap();
            }
        });
        *total.lock().unwrap()
    }

    exists(|| added(false) == 0);
    exists(|| added(false) == 1);
    every_order(|| assert_eq!(added(true), 1));
}

#[test]
fn a_thread_may_run_before_or_after_its_spawner_lets_go_of_an_arc() {
    let upgraded = || {
        let arc = Arc::new(());
        let weak = Arc::downgrade(&arc);
        let asks = thread::spawn(move || weak.upgrade().is_some());
        drop(arc);
        asks.join().unwrap()
    };
    exists(upgraded);
    exists(|| !upgraded());
}

/// The worker has sent its result, and not yet ended.
#[test]
fn who_receives_a_result_may_come_before_its_sender_lets_go_of_an_arc() {
    let is_alone = || {
        let (arc, (sender, receiver)) = (Arc::new(()), mpsc::channel());
        let also = Arc::clone(&arc);
        thread::spawn(move || {
            let _also = also;
            sender.send(()).unwrap();
        });
        receiver.recv().unwrap();
        Arc::try_unwrap(arc).is_ok()
    };
    exists(is_alone);
    exists(|| !is_alone());
}

#[test]
fn a_notification_at_the_moment_of_a_limit_may_come_first() {
    let waits = || {
        let (set, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            let waits = scope.spawn(|| {
                let set = set.lock().unwrap();
                let (set, limit) = changed.wait_timeout(set, SECOND).unwrap();
                (*set, limit.timed_out())
            });
            thread::sleep(SECOND);
            *set.lock().unwrap() = true;
            changed.notify_one();
            waits.join().unwrap()
        })
    };
    for wanted in [(true, false), (false, true), (true, true)] {
        exists(|| waits() == wanted);
    }
}

#[test]
fn the_end_of_a_channel_at_the_moment_of_a_limit_may_come_first() {
    let receives = || {
        let (sender, receiver) = mpsc::channel::<()>();
        let leaves = thread::spawn(move || {
            thread::sleep(SECOND);
            drop(sender);
        });
        let received = receiver.recv_timeout(SECOND);
        leaves.join().unwrap();
        received
    };
    exists(|| receives() == Err(RecvTimeoutError::Disconnected));
    exists(|| receives() == Err(RecvTimeoutError::Timeout));
}

/// Who measures the whole limit anew after waking waits for too long; who wakes at once never shows it.
#[test]
fn a_wait_with_a_limit_may_end_by_itself_on_the_way() {
    fn takes(measures_anew: bool) -> Duration {
        let (never, changed) = (Mutex::new(()), Condvar::new());
        let mut guard = never.lock().unwrap();
        loop {
            let rest = if measures_anew { SECOND } else { SECOND.saturating_sub(interleave::clock()) };
            let (again, result) = changed.wait_timeout(guard, rest).unwrap();
            guard = again;
            if result.timed_out() {
                return interleave::clock();
            }
        }
    }

    every_order(|| assert_eq!(takes(false), SECOND));
    exists(|| takes(true) == SECOND * 3 / 2);
    let timers = || {
        takes(false);
        interleave::peak().timers
    };
    every_order(move || assert_eq!(timers(), 1, "nobody asked to be woken before"));
}

#[test]
fn a_condition_variable_of_std_may_wake_by_itself() {
    fn handed_over(asks_again: bool) -> bool {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            let waits = scope.spawn(|| {
                let mut ready = ready.lock().unwrap();
                while !*ready {
                    ready = changed.wait(ready).unwrap();
                    if !asks_again {
                        break;
                    }
                }
                *ready
            });
            *ready.lock().unwrap() = true;
            changed.notify_one();
            waits.join().unwrap()
        })
    }

    exists(|| !handed_over(false));
    every_order(|| assert!(handed_over(true)));
    let failure = failure_of(|| assert!(handed_over(false)));
    assert!(failure.trace.events.iter().any(|event| event.action == interleave::Action::WokeByItself));
}

/// Nobody may count on it.
#[test]
fn waking_by_itself_saves_nobody_from_waiting_for_ever() {
    let failure = failure_of(|| {
        let never = Condvar::new();
        let mut forever = Mutex::new(()).lock().map(|_| ()).is_ok();
        let lock = Mutex::new(());
        while forever {
            drop(never.wait(lock.lock().unwrap()));
            forever = true;
        }
    });
    assert!(matches!(failure.kind, Kind::Deadlock { .. }), "{:?}", failure.kind);
}

#[test]
fn park_may_return_by_itself() {
    let unparked = || {
        let done = Arc::new(AtomicBool::new(false));
        let also = Arc::clone(&done);
        let parks = thread::spawn(move || {
            thread::park();
            also.load(SeqCst)
        });
        done.store(true, SeqCst);
        parks.thread().unpark();
        parks.join().unwrap()
    };
    exists(unparked);
    exists(|| !unparked());
}

/// Woken in time, and on the processor only after it.
#[test]
fn a_thread_may_be_late_where_a_promise_asks_for_it() {
    let late = || {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            let waits = scope.spawn(|| {
                let ready = ready.lock().unwrap();
                let (ready, _) = changed.wait_timeout_while(ready, SECOND, |ready| !*ready).unwrap();
                (*ready, interleave::clock() > Duration::ZERO)
            });
            *ready.lock().unwrap() = true;
            changed.notify_one();
            waits.join().unwrap() == (true, true)
        })
    };
    Explorer::new().late().exists(late);
    assert!(Explorer::new().check_exists(late).is_err());
}

/// What was left at the first look may be gone at the second.
#[test]
fn a_thread_may_be_late_between_two_looks_at_the_clock() {
    let is_late = || {
        thread::scope(|scope| {
            scope.spawn(|| thread::sleep(SECOND * 2));
            let started = Instant::now();
            started.elapsed() < SECOND && started.elapsed() > SECOND
        })
    };
    Explorer::new().late().exists(is_late);
    assert!(Explorer::new().check_exists(is_late).is_err());
}

/// `main` returns, and the process ends whatever its threads are about.
#[test]
fn the_end_of_main_cuts_the_threads_it_leaves_behind() {
    let printed = || {
        interleave::program(|| {
            let worker = thread::spawn(|| {
                println!("하나");
                println!("둘");
            });
            drop(worker);
        });
        interleave::expect_all_finished();
        interleave::output().len()
    };
    for lines in 0..=2 {
        exists(|| printed() == lines);
    }
    every_order(|| {
        interleave::program(|| drop(thread::spawn(thread::park)));
        interleave::program(|| {
            let count = AtomicU32::new(0);
            thread::scope(|scope| scope.spawn(|| count.fetch_add(1, SeqCst)).join().map(drop)).unwrap();
            assert_eq!(count.load(SeqCst), 1);
        });
    });
}
