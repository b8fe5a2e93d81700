//! Long work, naps and bounded spinning end, and are not told as endless; waiting that only looks is told as waiting.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::mpsc;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

use interleave::{Explorer, Kind, Limit, Sources};

use crate::{every_order, failure_of};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn counting_to_seventy_thousand_ends() {
    every_order(|| {
        let total = Mutex::new(0);
        for _ in 0..70_000 {
            *total.lock().unwrap() += 1;
        }
        assert_eq!(*total.lock().unwrap(), 70_000);
    });
    every_order(|| {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..10_000).for_each(|_| *total.lock().unwrap() += 1));
            }
        });
        assert_eq!(*total.lock().unwrap(), 20_000);
    });
}

/// The value of a `Cell` is read under no lock, so what is written to it is no change that anybody sees.
#[test]
fn counting_in_a_cell_alone_is_work_and_no_waiting() {
    Explorer::new().preemptions(0).random(0).explore(|| {
        let total = Mutex::new(Cell::new(0));
        thread::scope(|scope| {
            scope.spawn(|| (0..30_000).for_each(|_| total.lock().unwrap().update(|count| count + 1)));
        });
        assert_eq!(total.into_inner().unwrap().get(), 30_000);
    });
}

#[test]
fn ten_years_of_sleep_end() {
    every_order(|| thread::sleep(SECOND * 60 * 60 * 24 * 3_650));
    let failure = failure_of(|| thread::sleep(Duration::MAX));
    assert!(matches!(failure.kind, Kind::TooLong { limit: Limit::Time(_), .. }), "{:?}", failure.kind);
}

/// The report says that a bound was hit, and not that the work is endless.
#[test]
fn a_bound_is_told_as_a_bound() {
    let failure = failure_of(|| {
        let count = AtomicU32::new(0);
        while count.fetch_add(1, SeqCst) < 1_000_000 {}
    });
    assert!(matches!(failure.kind, Kind::TooLong { limit: Limit::Steps(_), .. }), "{:?}", failure.kind);
    assert!(failure.headline(&Sources::new()).ends_with("언젠가 끝나는지는 알 수 없습니다."));
}

#[test]
fn work_that_goes_on_until_a_flag_ends_under_a_fair_schedule() {
    for pause in [thread::yield_now as fn(), || {}] {
        Explorer::new()
            .orders(60)
            .random(10)
            .check(|| {
                let (stop, total) = (AtomicBool::new(false), Mutex::new(0));
                thread::scope(|scope| {
                    scope.spawn(|| {
                        while !stop.load(SeqCst) {
                            *total.lock().unwrap() += 1;
                            pause();
                        }
                    });
                    thread::sleep(SECOND);
                    stop.store(true, SeqCst);
                });
            })
            .expect("it ends");
    }
    Explorer::new()
        .orders(60)
        .random(10)
        .check(|| {
            let (stop, total) = (AtomicBool::new(false), Mutex::new(0));
            thread::scope(|scope| {
                for _ in 0..2 {
                    scope.spawn(|| {
                        while !stop.load(SeqCst) {
                            *total.lock().unwrap() += 1;
                        }
                    });
                }
                thread::sleep(SECOND);
                stop.store(true, SeqCst);
            });
        })
        .expect("time passes while two work");
    Explorer::new()
        .orders(60)
        .random(10)
        .check(|| {
            let (sender, receiver) = mpsc::channel();
            thread::spawn(move || while sender.send(1).is_ok() {});
            assert_eq!(receiver.recv(), Ok(1));
        })
        .expect("the channel closes");
}

#[test]
fn a_bounded_spin_before_sleeping_is_no_busy_waiting() {
    Explorer::new()
        .orders(200)
        .random(10)
        .check(|| {
            let (ready, changed, hint) = (Mutex::new(false), Condvar::new(), AtomicBool::new(false));
            thread::scope(|scope| {
                scope.spawn(|| {
                    thread::sleep(SECOND);
                    *ready.lock().unwrap() = true;
                    hint.store(true, SeqCst);
                    changed.notify_one();
                });
                for _ in 0..500 {
                    if hint.load(SeqCst) || ready.try_lock().is_ok_and(|ready| *ready) {
                        break;
                    }
                    std::hint::spin_loop();
                }
                drop(changed.wait_while(ready.lock().unwrap(), |ready| !*ready).unwrap());
            });
        })
        .expect("it ends");
}

#[test]
fn a_nap_inside_of_a_proper_wait_is_no_polling() {
    every_order(|| {
        let (items, filled) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..3 {
                    thread::sleep(SECOND);
                    *items.lock().unwrap() += 1;
                    filled.notify_one();
                }
            });
            for _ in 0..3 {
                let mut left = items.lock().unwrap();
                while *left == 0 {
                    left = filled.wait(left).unwrap();
                    drop(left);
                    thread::sleep(SECOND / 1_000);
                    left = items.lock().unwrap();
                }
                *left -= 1;
            }
        });
    });
}

/// Whoever looks again after each nap polls, around a lock as around a flag.
#[test]
fn polling_with_naps_is_told_as_polling() {
    let around_a_lock = failure_of(|| {
        let ready = Mutex::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND * 3_600);
                *ready.lock().unwrap() = true;
            });
            while !*ready.lock().unwrap() {
                thread::sleep(SECOND / 100);
            }
        });
    });
    assert!(matches!(around_a_lock.kind, Kind::Spin { thread: 0, .. }), "{:?}", around_a_lock.kind);

    let for_ever = failure_of(|| {
        let (flag, never) = (AtomicBool::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let lock = Mutex::new(());
                drop(never.wait_while(lock.lock().unwrap(), |()| true));
            });
            while !flag.load(SeqCst) {
                thread::sleep(SECOND);
            }
        });
    });
    assert!(matches!(for_ever.kind, Kind::Spin { thread: 0, .. }), "{:?}", for_ever.kind);
}

/// Nothing is looked at in between.
#[test]
fn many_naps_are_no_polling() {
    every_order(|| (0..5_000).for_each(|_| thread::sleep(SECOND)));
}

/// Who takes the lock to write may find nothing to write; who changes what the value points to works.
#[test]
fn taking_again_and_again_is_busy_waiting() {
    let spins = failure_of(|| {
        let items = Mutex::new(Vec::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                items.lock().unwrap().push(1);
            });
            while items.lock().unwrap().pop().is_none() {}
        });
    });
    assert!(matches!(spins.kind, Kind::Spin { thread: 0, .. }), "{:?}", spins.kind);

    let sums = Explorer::new().preemptions(0).orders(1).random(0).check(|| {
        let sums = Mutex::new(vec![0_u32; 3]);
        thread::scope(|scope| {
            scope.spawn(|| thread::sleep(SECOND));
            (0..5_000).for_each(|number| sums.lock().unwrap()[number % 3] += 1);
        });
        assert_eq!(sums.lock().unwrap().iter().sum::<u32>(), 5_000);
    });
    assert!(sums.is_ok(), "{sums:?}");
}
