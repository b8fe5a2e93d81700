//! One order of each kind is run: how many there are, and what they come to, beside all orders.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock, mpsc};
use std::thread;
use std::time::Duration;

use interleave::{Coverage, Explorer};

/// What an order comes to, whatever it is.
type Results = BTreeSet<String>;

fn results(explorer: &Explorer, f: impl Fn() -> String) -> (Results, Coverage) {
    let seen = real::sync::Mutex::new(BTreeSet::new());
    let coverage = explorer.check(|| {
        let result = f();
        seen.lock().unwrap().insert(result);
    });
    (seen.into_inner().unwrap(), coverage.expect("nothing can fail"))
}

/// One order of each kind comes to all that all orders come to, and says that it did.
#[track_caller]
fn comes_to_all(f: impl Fn() -> String + Clone) -> u64 {
    let all = Explorer::new().unreduced().preemptions(30).orders(2_000_000).random(0);
    let (wanted, coverage) = results(&all, f.clone());
    assert!(coverage.complete && coverage.kinds.is_none(), "{coverage:?}");
    // With one order beside, what is found was found by the reduced search.
    let (found, coverage) = results(&Explorer::new().orders(20_000).beside(1), f);
    assert_eq!(found, wanted);
    assert!(coverage.complete, "{coverage:?}");
    coverage.kinds.expect("it ran one of each kind")
}

/// How many orders one of each kind is, of threads that take one lock so many times each.
fn sections(threads: usize, times: usize) -> u64 {
    let coverage = Explorer::new().orders(1_000_000).beside(1).check(|| {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| (0..times).for_each(|_| *total.lock().unwrap() += 1));
            }
        });
    });
    coverage.expect("nothing can fail").kinds.expect("it comes to its end")
}

/// (n·t)! / (t!)^n
#[test]
fn there_are_as_many_kinds_as_ways_to_take_turns() {
    let counts = [(2, 1), (2, 2), (3, 1), (3, 2), (2, 4)].map(|(threads, times)| sections(threads, times));
    assert_eq!(counts, [2, 6, 6, 90, 70]);
}

/// Runs the closures at once and joins what they come to.
fn together(bodies: Vec<Box<dyn FnOnce() -> String + Send>>) -> String {
    let spawned: Vec<_> = bodies.into_iter().map(thread::spawn).collect();
    let ends = spawned.into_iter().map(|spawned| spawned.join().unwrap_or_else(|_| "panic".into()));
    ends.collect::<Vec<_>>().join(" ")
}

macro_rules! together {
    ($($body:expr),* $(,)?) => { together(vec![$(Box::new($body)),*]) };
}

#[test]
fn locks_and_conditions_come_to_all_they_can() {
    let waits = comes_to_all(|| {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let (one, other, third) = (Arc::clone(&shared), Arc::clone(&shared), shared);
        together!(
            move || {
                let mut number = one.0.lock().unwrap();
                if *number == 0 {
                    number = one.1.wait_timeout(number, Duration::from_secs(1)).unwrap().0;
                }
                number.to_string()
            },
            move || {
                *other.0.lock().unwrap() += 1;
                other.1.notify_one();
                String::new()
            },
            move || {
                thread::sleep(Duration::from_secs(1));
                *third.0.lock().unwrap() += 2;
                third.1.notify_all();
                String::new()
            },
        )
    });
    assert!(waits > 4, "{waits} kinds");
    comes_to_all(|| {
        let lock = Arc::new(RwLock::new(0));
        let (one, other, third) = (Arc::clone(&lock), Arc::clone(&lock), lock);
        together!(
            move || one.try_read().map_or("taken".into(), |number| number.to_string()),
            move || format!("{}{}", other.read().unwrap(), other.try_write().is_ok()),
            move || {
                *third.write().unwrap() += 1;
                String::new()
            },
        )
    });
}

#[test]
fn a_poisoned_lock_and_a_thread_that_ended_are_seen_by_all_who_look() {
    comes_to_all(|| {
        let lock = Arc::new(Mutex::new(0));
        let (one, other) = (Arc::clone(&lock), Arc::clone(&lock));
        let dying: thread::JoinHandle<()> = thread::spawn(move || {
            let _held = one.lock().unwrap();
            std::panic::resume_unwind(Box::new("gone"))
        });
        let looks = thread::spawn(move || format!("{}{}", other.is_poisoned(), other.lock().is_err()));
        let ended = dying.is_finished();
        let _ = dying.join();
        format!("{ended} {}", looks.join().unwrap())
    });
}

#[test]
fn channels_come_to_all_they_can() {
    comes_to_all(|| {
        let (sender, receiver) = mpsc::sync_channel(1);
        let second = sender.clone();
        together!(
            move || sender.send(1).is_ok().to_string(),
            move || second.try_send(2).is_ok().to_string(),
            move || {
                let first = receiver.recv().map_or(0, |number| number);
                format!("{first}{:?}", receiver.try_recv())
            },
        )
    });
    comes_to_all(|| {
        let (sender, receiver) = mpsc::channel();
        together!(
            move || {
                thread::sleep(Duration::from_secs(1));
                drop(sender);
                String::new()
            },
            move || format!("{:?}", receiver.recv_timeout(Duration::from_secs(1)) as Result<(), _>),
        )
    });
}

#[test]
fn parking_and_meeting_come_to_all_they_can() {
    comes_to_all(|| {
        let seen = Arc::new(AtomicU32::new(0));
        let there = Arc::clone(&seen);
        let parked = thread::spawn(move || {
            thread::park();
            there.load(SeqCst)
        });
        seen.fetch_add(1, SeqCst);
        parked.thread().unpark();
        seen.fetch_add(1, SeqCst);
        parked.join().unwrap().to_string()
    });
    comes_to_all(|| {
        let barrier = Arc::new(Barrier::new(2));
        let (one, other) = (Arc::clone(&barrier), barrier);
        together!(move || one.wait().is_leader().to_string(), move || other.wait().is_leader().to_string(),)
    });
    comes_to_all(|| {
        let once = Arc::new(OnceLock::new());
        let (one, other) = (Arc::clone(&once), once);
        together!(move || one.get_or_init(|| 1).to_string(), move || format!(
            "{:?}{}",
            other.get(),
            other.get_or_init(|| 2)
        ),)
    });
}

#[test]
fn who_asks_how_threads_were_ordered_gets_no_reduction() {
    let coverage = Explorer::new().check(|| {
        thread::scope(|scope| {
            scope.spawn(interleave::context_switches);
            scope.spawn(interleave::context_switches);
        });
    });
    assert_eq!(coverage.expect("nothing can fail").kinds, None);
}

#[test]
fn the_stand_ins_of_crossbeam_come_to_all_they_can() {
    use model_crossbeam::atomic::AtomicCell;
    use model_crossbeam::channel::{self, RecvTimeoutError};
    use model_crossbeam::queue::ArrayQueue;
    use model_crossbeam::sync::WaitGroup;
    comes_to_all(|| {
        let (sender, receiver) = channel::bounded(0);
        let second = receiver.clone();
        together!(
            move || sender.send(1).is_ok().to_string(),
            move || format!("{:?}", receiver.try_recv()),
            move || format!(
                "{:?}",
                second.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout)
            ),
        )
    });
    comes_to_all(|| {
        let (cell, queue, group) = (AtomicCell::new(0_u32), ArrayQueue::new(1), WaitGroup::new());
        let shared = Arc::new((cell, queue));
        let (one, other) = (Arc::clone(&shared), shared);
        let second = group.clone();
        together!(
            move || {
                let pushed = one.1.push(1).is_ok();
                drop(second);
                format!("{pushed}{}", one.0.fetch_add(1))
            },
            move || {
                let pushed = other.1.push(2).is_ok();
                group.wait();
                format!("{pushed}{}{:?}", other.0.swap(7), other.1.pop())
            },
        )
    });
}

#[test]
fn the_stand_ins_of_parking_lot_come_to_all_they_can() {
    use model_parking_lot::{Condvar, Mutex, RwLock};
    comes_to_all(|| {
        let lock = Arc::new(RwLock::new(0));
        let (one, other, third) = (Arc::clone(&lock), Arc::clone(&lock), lock);
        together!(
            move || {
                let read = one.upgradable_read();
                let before = *read;
                *model_parking_lot::RwLockUpgradableReadGuard::upgrade(read) += 1;
                before.to_string()
            },
            move || other.try_read_for(Duration::from_secs(1)).map_or(9, |number| *number).to_string(),
            move || {
                *third.write() += 1;
                third.try_read().is_some().to_string()
            },
        )
    });
    comes_to_all(|| {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let (one, other) = (Arc::clone(&shared), shared);
        together!(
            move || {
                let mut number = one.0.lock();
                let result = one.1.wait_for(&mut number, Duration::from_secs(1));
                format!("{number}{}", result.timed_out())
            },
            move || {
                let held = other.0.try_lock_for(Duration::from_secs(1));
                let taken = held.map(|mut number| *number += 1).is_some();
                format!("{taken}{}", other.1.notify_one())
            },
        )
    });
}

#[test]
fn who_computes_for_as_long_may_go_on_first_or_second() {
    comes_to_all(|| {
        let total = AtomicU32::new(0);
        thread::scope(|scope| {
            for part in 1..=2 {
                let total = &total;
                scope.spawn(move || {
                    interleave::compute(Duration::from_secs(1));
                    total.store(total.load(SeqCst) + part, SeqCst);
                });
            }
        });
        total.into_inner().to_string()
    });
}
