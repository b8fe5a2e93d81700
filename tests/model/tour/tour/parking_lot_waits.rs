use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use parking_lot::{Condvar, Mutex, Once, OnceState};

use super::{LONG, SHORT, say};

pub fn condvar() -> Vec<String> {
    let mut said = Vec::new();
    let (lock, changed) = (Mutex::new(0), Condvar::new());
    say!(said, changed.notify_one(), changed.notify_all(), changed, Condvar::default());
    thread::scope(|scope| {
        let helper = scope.spawn(|| {
            *lock.lock() = 1;
            changed.notify_one();
            let mut guard = lock.lock();
            changed.wait_while(&mut guard, |value| *value != 2);
            *guard += 1;
            *guard
        });
        let mut guard = lock.lock();
        while *guard == 0 {
            changed.wait(&mut guard);
        }
        say!(said, *guard);
        *guard = 2;
        changed.notify_all();
        drop(guard);
        say!(said, helper.join().unwrap());
    });
    let ready = AtomicUsize::new(0);
    thread::scope(|scope| {
        let wait = || {
            let mut guard = lock.lock();
            ready.fetch_add(1, Ordering::SeqCst);
            changed.wait(&mut guard);
        };
        scope.spawn(wait);
        scope.spawn(wait);
        while ready.load(Ordering::SeqCst) < 2 {
            thread::sleep(SHORT);
        }
        let guard = lock.lock();
        say!(said, changed.notify_one(), changed.notify_all(), changed.notify_all());
        drop(guard);
    });
    said
}

pub fn condvar_limits() -> Vec<String> {
    let mut said = Vec::new();
    let (lock, changed) = (Mutex::new(0), Condvar::new());
    let mut guard = lock.lock();
    say!(said, changed.wait_for(&mut guard, SHORT).timed_out(), changed.wait_for(&mut guard, SHORT));
    say!(said, changed.wait_until(&mut guard, Instant::now() + SHORT).timed_out());
    say!(said, changed.wait_while_for(&mut guard, |value| *value == 0, SHORT).timed_out());
    say!(said, changed.wait_while_until(&mut guard, |value| *value == 0, Instant::now() + SHORT).timed_out());
    say!(said, changed.wait_while_for(&mut guard, |value| *value == 1, LONG).timed_out());
    let mut calls = 0;
    let again = |_: &mut i32| {
        calls += 1;
        calls == 1
    };
    say!(said, changed.wait_while_until(&mut guard, again, Instant::now()).timed_out(), calls);
    thread::scope(|scope| {
        scope.spawn(|| {
            *lock.lock() = 1;
            changed.notify_one();
        });
        say!(said, changed.wait_until(&mut guard, Instant::now() + LONG).timed_out(), *guard);
        drop(guard);
    });
    let mut guard = lock.lock();
    thread::scope(|scope| {
        scope.spawn(|| {
            *lock.lock() = 5;
            changed.notify_one();
        });
        let waited = changed.wait_while_until(&mut guard, |value| *value != 5, Instant::now() + LONG);
        say!(said, waited.timed_out(), *guard);
        drop(guard);
    });
    said
}

pub fn once() -> Vec<String> {
    let mut said = Vec::new();
    let once = Once::new();
    say!(said, once.state(), once.is_completed(), once);
    let died = catch_unwind(AssertUnwindSafe(|| once.call_once(|| std::panic::resume_unwind(Box::new(())))));
    say!(said, died.is_err(), once.state(), once.state().is_poisoned(), once.state().done());
    once.call_once_force(|state| say!(said, state, state == OnceState::Poisoned));
    once.call_once(|| said.push("never".to_string()));
    say!(
        said,
        once.state(),
        once.is_completed(),
        Once::new_completed().is_completed(),
        Once::default().state()
    );
    let (once, ran) = (Once::new(), AtomicUsize::new(0));
    let count = || once.call_once(|| ran.store(ran.load(Ordering::SeqCst) + 1, Ordering::SeqCst));
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
        once.wait();
        once.wait_force();
        say!(said, ran.load(Ordering::SeqCst));
    });
    said
}
