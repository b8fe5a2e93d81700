use parking_lot::{
    Condvar, FairMutex, Mutex, MutexGuard, Once, RawMutex, ReentrantMutex, RwLock, RwLockUpgradableReadGuard,
};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use super::{SECOND, always, elapsed, fails, sometimes};
use interleave::Kind;

/// Holds what `take` takes for two seconds on another thread, and runs `f` after one.
pub(super) fn while_held<G>(take: impl FnOnce() -> G + Send, f: impl FnOnce()) {
    thread::scope(|scope| {
        scope.spawn(|| {
            let _guard = take();
            thread::sleep(2 * SECOND);
        });
        thread::sleep(SECOND);
        f();
    });
}

#[test]
fn a_mutex_is_waited_for_exactly_as_long_as_it_is_held() {
    always(|| {
        let lock = Mutex::new(0);
        while_held(|| lock.lock(), || drop(lock.lock()));
        assert_eq!(elapsed(), 2_000);
    });
    always(|| {
        let lock = FairMutex::new(0);
        while_held(|| lock.lock(), || drop(lock.lock()));
        assert_eq!(elapsed(), 2_000);
    });
    always(|| {
        let lock = Arc::new(Mutex::new(0));
        while_held(|| lock.lock(), || drop(lock.lock_arc()));
        assert_eq!(elapsed(), 2_000);
    });
    always(|| {
        let lock = <RawMutex as parking_lot::lock_api::RawMutex>::INIT;
        let other = &lock;
        thread::scope(|scope| {
            scope.spawn(move || {
                let guard = parking_lot::lock_api::RawMutex::lock(other);
                thread::sleep(2 * SECOND);
                // SAFETY: locked above.
                unsafe { parking_lot::lock_api::RawMutex::unlock(other, guard) };
            });
            thread::sleep(SECOND);
            let _never_unlocked = parking_lot::lock_api::RawMutex::lock(other);
        });
        assert_eq!(elapsed(), 2_000);
    });
}

#[test]
fn a_limit_on_a_lock_is_kept_exactly() {
    always(|| {
        let lock = Mutex::new(0);
        while_held(
            || lock.lock(),
            || {
                assert!(lock.try_lock_for(SECOND / 4).is_none());
                assert_eq!(elapsed(), 1_250);
                assert!(lock.try_lock_until(Instant::now() + SECOND / 4).is_none());
                assert_eq!(elapsed(), 1_500);
                assert!(lock.try_lock_for(SECOND).is_some());
                assert_eq!(elapsed(), 2_000);
            },
        );
    });
    always(|| {
        let lock = ReentrantMutex::new(0);
        while_held(|| lock.lock(), || assert!(lock.try_lock_for(SECOND / 2).is_none()));
    });
    always(|| {
        let lock = RwLock::new(0);
        while_held(
            || lock.read(),
            || {
                assert!(lock.try_write_for(SECOND / 2).is_none());
                assert_eq!(elapsed(), 1_500);
                let guard = lock.upgradable_read();
                let guard = RwLockUpgradableReadGuard::try_upgrade_for(guard, SECOND / 4).unwrap_err();
                assert_eq!(elapsed(), 1_750);
                drop(RwLockUpgradableReadGuard::upgrade(guard));
                assert_eq!(elapsed(), 2_000);
            },
        );
    });
}

#[test]
fn a_reentrant_lock_is_free_when_the_last_guard_is_gone() {
    always(|| {
        let lock = ReentrantMutex::new(0);
        while_held(
            || {
                drop(lock.lock());
                (lock.lock(), lock.lock())
            },
            || drop(lock.lock()),
        );
        assert_eq!(elapsed(), 2_000);
    });
    let kind = fails(|| {
        let lock = Mutex::new(0);
        let (one, two) = (lock.lock(), lock.lock());
        assert_eq!(*one, *two);
    });
    assert!(matches!(&kind, Kind::Deadlock { cycle, .. } if cycle == &[0]), "{kind:?}");
}

#[test]
fn a_condition_variable_wakes_in_time_or_gives_up_in_time() {
    always(|| {
        let (lock, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                *lock.lock() = true;
                assert!(changed.notify_one());
            });
            let mut guard = lock.lock();
            assert!(changed.wait_for(&mut guard, SECOND / 2).timed_out());
            assert_eq!(elapsed(), 500);
            assert!(!changed.wait_while_for(&mut guard, |done| !*done, SECOND).timed_out());
            assert_eq!(elapsed(), 1_000);
        });
    });
}

#[test]
fn whom_notify_one_wakes_is_explored() {
    for lucky in [0, 1] {
        sometimes(|| {
            let (lock, changed) = (Arc::new(Mutex::new(0)), Arc::new(Condvar::new()));
            let first = Arc::new(Mutex::new(None));
            for me in [0, 1] {
                let (lock, changed, first) = (Arc::clone(&lock), Arc::clone(&changed), Arc::clone(&first));
                thread::spawn(move || {
                    changed.wait(&mut lock.lock());
                    first.lock().get_or_insert(me);
                    changed.notify_one();
                });
            }
            thread::sleep(SECOND);
            changed.notify_one();
            thread::sleep(SECOND);
            *first.lock() == Some(lucky)
        });
    }
}

#[test]
fn one_condition_variable_takes_one_mutex() {
    let kind = fails(|| {
        let (one, two, changed) = (Mutex::new(0), Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| changed.wait_for(&mut one.lock(), 2 * SECOND));
            thread::sleep(SECOND);
            changed.wait_for(&mut two.lock(), SECOND);
        });
    });
    assert!(
        matches!(&kind, Kind::Panic { message, .. } if message.contains("more than one mutex")),
        "{kind:?}"
    );
}

#[test]
fn a_lock_given_back_for_a_while_is_taken_again() {
    always(|| {
        let lock = Mutex::new(0);
        let mut guard = lock.lock();
        thread::scope(|scope| {
            scope.spawn(|| *lock.lock() = 1);
            thread::sleep(SECOND);
            assert_eq!(*guard, 0);
            MutexGuard::unlocked(&mut guard, || thread::sleep(SECOND));
            assert_eq!((*guard, lock.try_lock().is_none()), (1, true));
        });
    });
}

#[test]
fn one_thread_initialises_and_the_others_wait() {
    always(|| {
        let once = Once::new();
        thread::scope(|scope| {
            let run = || once.call_once(|| thread::sleep(SECOND));
            scope.spawn(run);
            scope.spawn(run);
            once.wait();
        });
        assert_eq!(elapsed(), 1_000);
    });
}

#[test]
fn asking_again_and_again_is_busy_waiting() {
    let kinds = [
        fails(|| {
            let lock = Mutex::new(0);
            let _guard = lock.lock();
            while lock.try_lock().is_none() {}
        }),
        fails(|| {
            let lock = RwLock::new(0);
            let _guard = lock.read();
            while lock.is_locked() {}
        }),
        fails(|| while *Mutex::new(0).lock() == 0 {}),
        fails(|| {
            let start = Instant::now();
            while start.elapsed() < SECOND {}
        }),
        fails(|| {
            let thread = thread::spawn(|| thread::sleep(SECOND));
            while !thread.is_finished() {}
        }),
    ];
    for kind in kinds {
        assert!(matches!(kind, Kind::Spin { .. }), "{kind:?}");
    }
}
