//! The classic programs at full size: the wrong form is found, and of the right form every kind of order is run.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::thread;

use interleave::{Explorer, Failure, Kind};

fn proved(f: impl Fn()) -> u64 {
    let coverage = Explorer::new().orders(400_000).beside(50).check(f);
    coverage.expect("the right form is right").kinds.expect("every kind of order is run")
}

fn found(f: impl Fn()) -> Failure {
    Explorer::new().check(f).expect_err("the wrong form is wrong")
}

/// Each philosopher takes two forks and eats once. The last one may take them the other way round.
fn philosophers(count: usize, the_last_turns: bool) {
    let forks: Vec<Mutex<()>> = (0..count).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..count {
            let forks = &forks;
            scope.spawn(move || {
                let (mut first, mut second) = (seat, (seat + 1) % count);
                if the_last_turns && second == 0 {
                    (first, second) = (second, first);
                }
                let _first = forks[first].lock().unwrap();
                let _second = forks[second].lock().unwrap();
            });
        }
    });
}

#[test]
fn philosophers_starve_unless_one_turns() {
    for count in [3, 5, 7] {
        let failure = found(|| philosophers(count, false));
        let Kind::Deadlock { cycle, .. } = failure.kind else { panic!("{:?}", failure.kind) };
        assert_eq!(cycle.len(), count);
    }
    // Each pair of neighbours takes its fork in turn, all but all of them round the table: 2^n - 2 ways.
    assert_eq!([3, 5].map(|count| proved(|| philosophers(count, true))), [6, 30]);
}

/// Peterson's lock for two, "Myths About the Mutual Exclusion Problem" (1981): raise the flag, then give way.
fn peterson(gives_way: bool) {
    let flags = [AtomicBool::new(false), AtomicBool::new(false)];
    let (turn, inside) = (AtomicUsize::new(0), AtomicU32::new(0));
    thread::scope(|scope| {
        for me in 0..2 {
            let (flags, turn, inside) = (&flags, &turn, &inside);
            scope.spawn(move || {
                if gives_way {
                    flags[me].store(true, SeqCst);
                    turn.store(1 - me, SeqCst);
                } else {
                    turn.store(1 - me, SeqCst);
                    flags[me].store(true, SeqCst);
                }
                // One look: who would have to wait goes away, so that the order ends.
                if flags[1 - me].load(SeqCst) && turn.load(SeqCst) != me {
                    return;
                }
                assert_eq!(inside.fetch_add(1, SeqCst), 0, "two are inside");
                inside.fetch_sub(1, SeqCst);
                flags[me].store(false, SeqCst);
            });
        }
    });
}

#[test]
fn petersons_lock_lets_one_in() {
    found(|| peterson(false));
    proved(|| peterson(true));
}

/// Dekker's first half: both raise a flag and look at the other's.
fn dekker(raises_first: bool) {
    let flags = [AtomicBool::new(false), AtomicBool::new(false)];
    let inside = AtomicU32::new(0);
    thread::scope(|scope| {
        for me in 0..2 {
            let (flags, inside) = (&flags, &inside);
            scope.spawn(move || {
                if raises_first {
                    flags[me].store(true, SeqCst);
                }
                if !flags[1 - me].load(SeqCst) {
                    flags[me].store(true, SeqCst);
                    assert_eq!(inside.fetch_add(1, SeqCst), 0, "two are inside");
                    inside.fetch_sub(1, SeqCst);
                }
                flags[me].store(false, SeqCst);
            });
        }
    });
}

#[test]
fn dekkers_flags_go_up_before_the_look() {
    found(|| dekker(false));
    proved(|| dekker(true));
}

/// A barrier of a mutex and a condition variable, which `count` threads pass once.
fn barrier(count: usize, wakes_all: bool) {
    let meeting = (Mutex::new(0), Condvar::new());
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                let mut arrived = meeting.0.lock().unwrap();
                *arrived += 1;
                if *arrived < count {
                    while *arrived < count {
                        arrived = meeting.1.wait(arrived).unwrap();
                    }
                } else if wakes_all {
                    meeting.1.notify_all();
                } else {
                    meeting.1.notify_one();
                }
            });
        }
    });
}

#[test]
fn a_barrier_opens_for_all() {
    found(|| barrier(4, false));
    proved(|| barrier(3, true));
}

/// Two producers and two consumers with one seat, and one condition variable or two.
fn bounded_buffer(conditions: usize) {
    let buffer = (Mutex::new(0), [Condvar::new(), Condvar::new()]);
    let [full, empty] = [0, conditions - 1];
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut items = buffer.0.lock().unwrap();
                while *items == 1 {
                    items = buffer.1[full].wait(items).unwrap();
                }
                *items += 1;
                buffer.1[empty].notify_one();
            });
            scope.spawn(|| {
                let mut items = buffer.0.lock().unwrap();
                while *items == 0 {
                    items = buffer.1[empty].wait(items).unwrap();
                }
                *items -= 1;
                buffer.1[full].notify_one();
            });
        }
    });
}

#[test]
fn a_buffer_needs_two_conditions() {
    found(|| bounded_buffer(1));
    proved(|| bounded_buffer(2));
}

/// Readers see what a writer has finished.
fn readers_and_writers(writes_at_once: bool) {
    let account = RwLock::new((0, 0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                if writes_at_once {
                    let mut account = account.write().unwrap();
                    account.0 += 1;
                    account.1 -= 1;
                } else {
                    account.write().unwrap().0 += 1;
                    account.write().unwrap().1 -= 1;
                }
            });
            scope.spawn(|| {
                let account = account.read().unwrap();
                assert_eq!(account.0 + account.1, 0, "a reader sees half of it");
            });
        }
    });
}

#[test]
fn readers_see_all_or_nothing() {
    found(|| readers_and_writers(false));
    proved(|| readers_and_writers(true));
}

/// A barber sleeps until a customer comes; who finds no chair goes away.
fn barber(customers: u32, wakes_in_the_lock: bool) {
    let shop = Arc::new((Mutex::new((0, 0)), Condvar::new()));
    thread::scope(|scope| {
        let barber = Arc::clone(&shop);
        scope.spawn(move || {
            for _ in 0..customers {
                let mut chairs = barber.0.lock().unwrap();
                while chairs.0 == 0 && chairs.1 < customers {
                    if !wakes_in_the_lock {
                        drop(chairs);
                        chairs = barber.0.lock().unwrap();
                        chairs = barber.1.wait(chairs).unwrap();
                    } else {
                        chairs = barber.1.wait(chairs).unwrap();
                    }
                }
                if chairs.0 > 0 {
                    chairs.0 -= 1;
                }
            }
        });
        for _ in 0..customers {
            scope.spawn(|| {
                let mut chairs = shop.0.lock().unwrap();
                chairs.1 += 1;
                if chairs.0 < 2 {
                    chairs.0 += 1;
                }
                shop.1.notify_one();
            });
        }
    });
}

#[test]
fn a_barber_looks_before_he_sleeps() {
    found(|| barber(3, false));
    proved(|| barber(3, true));
}
