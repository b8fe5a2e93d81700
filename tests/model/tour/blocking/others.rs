use crossbeam::atomic::AtomicCell;
use crossbeam::queue::{ArrayQueue, SegQueue};
use crossbeam::sync::{Parker, ShardedLock, WaitGroup};
use crossbeam::utils::Backoff;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

use super::{SECOND, always, elapsed, fails, sometimes};
use interleave::Kind;

#[test]
fn a_scope_waits_for_its_threads() {
    always(|| {
        let total = AtomicCell::new(0_u8);
        crossbeam::scope(|scope| {
            scope.spawn(|scope| {
                scope.spawn(|_| {
                    thread::sleep(SECOND);
                    total.fetch_add(1);
                });
                total.fetch_add(2);
            });
        })
        .unwrap();
        assert_eq!((total.load(), elapsed()), (3, 1_000));
    });
}

#[test]
fn a_panic_in_a_scope_is_told_as_what_it_was() {
    let kind = fails(|| {
        crossbeam::scope(|scope| drop(scope.spawn(|_| panic!("the cause")))).unwrap();
    });
    assert!(matches!(&kind, Kind::Panic { message, thread: 1, .. } if message == "the cause"), "{kind:?}");
}

#[test]
fn a_parked_thread_is_woken_or_gives_up() {
    always(|| {
        let parker = Parker::new();
        let unparker = parker.unparker().clone();
        thread::spawn(move || {
            thread::sleep(SECOND);
            unparker.unpark();
        });
        parker.park_timeout(SECOND / 2);
        assert_eq!(elapsed(), 500);
        parker.park();
        assert_eq!(elapsed(), 1_000);
    });
    let kind = fails(|| Parker::new().park());
    assert!(matches!(kind, Kind::Deadlock { .. }), "{kind:?}");
}

#[test]
fn a_wait_group_waits_for_the_last_member() {
    always(|| {
        let group = WaitGroup::new();
        for seconds in [1, 2] {
            let group = group.clone();
            thread::spawn(move || {
                thread::sleep(seconds * SECOND);
                drop(group);
            });
        }
        group.wait();
        assert_eq!(elapsed(), 2_000);
    });
    let kind = fails(|| {
        let group = WaitGroup::new();
        let _kept = group.clone();
        group.wait();
    });
    assert!(matches!(kind, Kind::Deadlock { .. }), "{kind:?}");
}

#[test]
fn a_sharded_lock_is_a_lock() {
    always(|| {
        let lock = ShardedLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.write().unwrap() += 1);
            *lock.write().unwrap() += 1;
        });
        assert_eq!(lock.into_inner().unwrap(), 2);
    });
}

#[test]
fn two_steps_on_a_cell_can_lose_an_update_and_one_cannot() {
    let lost = || {
        let cell = AtomicCell::new(0_u8);
        thread::scope(|scope| {
            let add = || cell.store(cell.load() + 1);
            scope.spawn(add);
            scope.spawn(add);
        });
        cell.load() == 1
    };
    sometimes(lost);
    always(|| {
        let cell = AtomicCell::new(0_u8);
        thread::scope(|scope| {
            scope.spawn(|| cell.fetch_add(1));
            scope.spawn(|| cell.fetch_update(|value| Some(value + 1)));
        });
        assert_eq!(cell.load(), 2);
    });
    sometimes(|| {
        let (mut one, mut two, mut three) = (1, 2, 3);
        let (one, two, three) = (&raw mut one as usize, &raw mut two as usize, &raw mut three as usize);
        let pointer = AtomicPtr::new(one as *mut i32);
        thread::scope(|scope| {
            scope.spawn(|| pointer.store(two as *mut i32, Ordering::SeqCst));
            let seen = pointer.load(Ordering::SeqCst) as usize;
            pointer.store(three as *mut i32, Ordering::SeqCst);
            seen == two
        })
    });
}

#[test]
fn a_queue_that_was_not_empty_may_be_when_asked_again() {
    sometimes(|| {
        let queue = SegQueue::new();
        queue.push(1);
        thread::scope(|scope| {
            scope.spawn(|| queue.pop());
            !queue.is_empty() && queue.pop().is_none()
        })
    });
    sometimes(|| {
        let queue = ArrayQueue::new(1);
        thread::scope(|scope| {
            scope.spawn(|| queue.push(1));
            !queue.is_full() && queue.push(2).is_err()
        })
    });
}

#[test]
fn backing_off_is_still_busy_waiting() {
    let kind = fails(|| {
        let (cell, backoff) = (AtomicCell::new(false), Backoff::new());
        while !cell.load() {
            backoff.snooze();
        }
    });
    assert!(matches!(kind, Kind::Spin { .. }), "{kind:?}");
    let kind = fails(|| {
        let queue = SegQueue::<u8>::new();
        while queue.pop().is_none() {}
    });
    assert!(matches!(kind, Kind::Spin { .. }), "{kind:?}");
}

#[test]
fn what_is_not_modelled_says_what_to_use() {
    let kinds =
        [fails(|| drop(crossbeam::epoch::pin())), fails(|| assert!(AtomicCell::new(1).as_ptr().is_null()))];
    for kind in kinds {
        let Kind::Unsupported { what, instead, at: Some(at) } = kind else { panic!("{kind:?}") };
        assert!(what.contains("::") && instead.starts_with("대신 ") && at.file.ends_with("others.rs"));
    }
}
