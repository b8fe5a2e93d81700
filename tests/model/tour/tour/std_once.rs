use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Barrier, Condvar, LazyLock, Once, OnceLock};
use std::thread;

use super::say;

pub fn once() -> Vec<String> {
    let mut said = Vec::new();
    let once = Once::new();
    say!(said, once.is_completed());
    let died = catch_unwind(AssertUnwindSafe(|| {
        once.call_once(|| std::panic::resume_unwind(Box::new(())));
    }));
    say!(said, died.is_err(), once.is_completed());
    say!(
        said,
        catch_unwind(AssertUnwindSafe(|| once.wait())).is_err(),
        once,
        Condvar::new(),
        Barrier::new(3)
    );
    once.call_once_force(|state| say!(said, state.is_poisoned()));
    once.wait_force();
    say!(said, once.is_completed());
    let (once, ran) = (Once::new(), AtomicUsize::new(0));
    let count = || once.call_once(|| ran.store(ran.load(Ordering::SeqCst) + 1, Ordering::SeqCst));
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
        once.wait();
        say!(said, ran.load(Ordering::SeqCst));
    });
    say!(said, ran.load(Ordering::SeqCst));
    said
}

pub fn once_lock() -> Vec<String> {
    let mut said = Vec::new();
    let mut cell = OnceLock::new();
    say!(said, cell.get(), cell.set(1), cell.set(2), cell.get(), cell.get_or_init(|| 3), cell.clone().take());
    say!(said, cell.get_mut().map(|value| std::mem::replace(value, 9)), cell.wait(), cell);
    say!(said, cell.take(), cell.get(), cell.into_inner());
    say!(said, OnceLock::from(4).into_inner(), OnceLock::<u8>::default().get());
    let (cell, ran) = (OnceLock::new(), AtomicUsize::new(0));
    let make = || *cell.get_or_init(|| ran.fetch_add(1, Ordering::SeqCst) + 10);
    thread::scope(|scope| {
        let threads = [scope.spawn(make), scope.spawn(make)];
        say!(said, *cell.wait());
        say!(said, threads.map(|thread| thread.join().unwrap()));
    });
    say!(said, ran.load(Ordering::SeqCst));
    said
}

pub fn lazy_lock() -> Vec<String> {
    let mut said = Vec::new();
    let ran = AtomicUsize::new(0);
    let lazy = LazyLock::new(|| ran.fetch_add(1, Ordering::SeqCst) + 20);
    say!(said, ran.load(Ordering::SeqCst), *lazy, *LazyLock::force(&lazy), lazy);
    thread::scope(|scope| drop([scope.spawn(|| *lazy), scope.spawn(|| *lazy)]));
    say!(said, ran.load(Ordering::SeqCst), *LazyLock::<u8>::default());
    let mut lazy = LazyLock::new(|| 7);
    say!(said, LazyLock::get(&lazy), LazyLock::get_mut(&mut lazy));
    *lazy += 1;
    *LazyLock::force_mut(&mut lazy) += 1;
    say!(said, LazyLock::get(&lazy));
    said
}

pub fn barrier() -> Vec<String> {
    let mut said = Vec::new();
    let (barrier, leaders) = (Barrier::new(2), AtomicUsize::new(0));
    let arrive = || {
        for _ in 0..2 {
            if barrier.wait().is_leader() {
                leaders.fetch_add(1, Ordering::SeqCst);
            }
        }
    };
    thread::scope(|scope| drop([scope.spawn(arrive), scope.spawn(arrive)]));
    say!(said, leaders.load(Ordering::SeqCst), Barrier::new(1).wait().is_leader());
    said
}
