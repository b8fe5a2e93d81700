use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock, RwLockWriteGuard, TryLockError};
use std::thread;

use super::{LONG, SHORT, say};

pub fn mutex() -> Vec<String> {
    let mut said = Vec::new();
    let mut lock = Mutex::new(1);
    *lock.lock().unwrap() += 1;
    say!(said, *lock.lock().unwrap(), lock.is_poisoned());
    let guard = lock.lock().unwrap();
    say!(said, format!("{guard:?} {guard}"), matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
    drop(guard);
    say!(said, lock.try_lock().is_ok(), lock);
    *lock.get_mut().unwrap() = 5;
    say!(said, lock.into_inner());
    say!(said, Mutex::<u8>::default().into_inner(), *Mutex::from("text").lock().unwrap());
    let boxed: Arc<Mutex<dyn Fn() -> u8 + Send>> = Arc::new(Mutex::new(|| 3));
    say!(said, boxed.lock().unwrap()());
    let shared = Arc::new(Mutex::new(0));
    let threads = [0, 1].map(|_| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || *shared.lock().unwrap() += 1)
    });
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    say!(said, shared.lock().unwrap());
    said
}

pub fn rwlock() -> Vec<String> {
    let mut said = Vec::new();
    let mut lock = RwLock::new(String::from("a"));
    lock.write().unwrap().push('b');
    let (one, two) = (lock.read().unwrap(), lock.read().unwrap());
    say!(said, *one == *two, format!("{one:?}"), lock.try_write().is_err(), lock.try_read().is_ok());
    drop((one, two));
    let mut guard = lock.write().unwrap();
    guard.push('c');
    say!(said, lock.try_read().is_err(), format!("{guard:?}"));
    let guard = RwLockWriteGuard::downgrade(guard);
    say!(said, *guard, lock.try_read().is_ok(), lock.try_write().is_err());
    drop(guard);
    say!(said, lock.try_write().is_ok(), lock.is_poisoned(), lock);
    lock.get_mut().unwrap().clear();
    say!(said, lock.into_inner(), RwLock::<u8>::default().into_inner(), RwLock::from(3).into_inner());
    let boxed: Box<RwLock<[u8]>> = Box::new(RwLock::new([1, 2]));
    boxed.write().unwrap()[0] = 5;
    say!(said, boxed.read().unwrap());
    let shared = RwLock::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *shared.write().unwrap() += 1);
        scope.spawn(|| *shared.write().unwrap() += 2);
    });
    say!(said, shared.read().unwrap());
    said
}

pub fn condvar() -> Vec<String> {
    let mut said = Vec::new();
    let pair = Arc::new((Mutex::new(0), Condvar::new()));
    let (lock, changed) = &*pair;
    let other = Arc::clone(&pair);
    let helper = thread::spawn(move || {
        let (lock, changed) = &*other;
        *lock.lock().unwrap() = 1;
        changed.notify_one();
        let guard = changed.wait_while(lock.lock().unwrap(), |value| *value != 2).unwrap();
        *guard + 1
    });
    let mut guard = lock.lock().unwrap();
    while *guard == 0 {
        guard = changed.wait(guard).unwrap();
    }
    say!(said, *guard);
    *guard = 2;
    changed.notify_all();
    drop(guard);
    say!(said, helper.join().unwrap());
    Condvar::default().notify_one();
    said
}

pub fn condvar_limits() -> Vec<String> {
    let mut said = Vec::new();
    let (lock, changed) = (Mutex::new(0), Condvar::new());
    let (mut guard, mut result) = changed.wait_timeout(lock.lock().unwrap(), SHORT).unwrap();
    // A wait may end by itself.
    while !result.timed_out() {
        (guard, result) = changed.wait_timeout(guard, SHORT).unwrap();
    }
    say!(said, *guard, result.timed_out(), result);
    drop(guard);
    let (guard, result) =
        changed.wait_timeout_while(lock.lock().unwrap(), SHORT, |value| *value == 0).unwrap();
    say!(said, *guard, result.timed_out());
    drop(guard);
    thread::scope(|scope| {
        scope.spawn(|| {
            *lock.lock().unwrap() = 7;
            changed.notify_all();
        });
        let waited = changed.wait_timeout_while(lock.lock().unwrap(), LONG, |value| *value == 0);
        let (guard, result) = waited.unwrap();
        say!(said, *guard, result.timed_out());
    });
    said
}

pub fn poison() -> Vec<String> {
    let mut said = Vec::new();
    let lock = Mutex::new(1);
    let died = catch_unwind(AssertUnwindSafe(|| {
        let _guard = lock.lock().unwrap();
        std::panic::resume_unwind(Box::new("gone"));
    }));
    say!(said, died.unwrap_err().downcast_ref::<&str>(), lock.is_poisoned(), lock.lock().is_err());
    say!(said, matches!(lock.try_lock(), Err(TryLockError::Poisoned(_))));
    *lock.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    lock.clear_poison();
    say!(said, lock.is_poisoned(), lock.into_inner());
    let lock = RwLock::new(1);
    let thread = thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let _guard = lock.write().unwrap();
            std::panic::resume_unwind(Box::new(3));
        });
        thread.join().unwrap_err().downcast_ref::<i32>().copied()
    });
    say!(
        said,
        thread,
        lock.is_poisoned(),
        lock.read().is_err(),
        lock.write().is_err(),
        lock.try_read().is_err()
    );
    lock.clear_poison();
    say!(said, *lock.read().unwrap());
    let read = catch_unwind(AssertUnwindSafe(|| {
        let _guard = lock.read().unwrap();
        std::panic::resume_unwind(Box::new(()));
    }));
    say!(said, read.is_err(), lock.is_poisoned());
    said
}
