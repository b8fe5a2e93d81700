//! parking_lot: what its locks forgive, and what they do not.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex, MutexGuard, ReentrantMutex, RwLock, RwLockUpgradableReadGuard};

use crate::gallery::promise;

const SECOND: Duration = Duration::from_secs(1);

/// Runs `job` in two threads.
#[track_caller]
fn twice(job: impl Fn() + Sync) {
    thread::scope(|scope| {
        scope.spawn(&job);
        scope.spawn(&job);
    });
}

pub mod forgets_the_guard {
    use super::*;

    fn check(add: fn(&Mutex<u32>)) {
        let total = Mutex::new(0);
        twice(|| add(&total));
    }

    pub fn wrong() {
        check(|total| {
            let mut total = total.lock();
            *total += 1;
            std::mem::forget(total);
        });
    }

    pub fn right() {
        check(|total| *total.lock() += 1);
    }
}

/// "If it is busy, never mind": and the work is never done.
pub mod gives_up_when_busy {
    use super::*;

    fn check(add: fn(&Mutex<u32>)) {
        let total = Mutex::new(0);
        twice(|| add(&total));
        promise(total.into_inner() == 2, "더한 값 하나가 사라졌습니다.");
    }

    pub fn wrong() {
        check(|total| {
            if let Some(mut total) = total.try_lock() {
                *total += 1;
            }
        });
    }

    pub fn right() {
        check(|total| *total.lock() += 1);
    }
}

pub mod gives_up_after_a_second {
    use super::*;

    fn check(add: fn(&Mutex<u32>) -> bool) {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            let slow = scope.spawn(|| {
                let mut total = total.lock();
                thread::sleep(SECOND * 2);
                *total += 1;
            });
            let added = add(&total);
            slow.join().unwrap();
            promise(u32::from(added) + 1 == *total.lock(), "더하지 못하고 더했다고 했습니다.");
        });
    }

    pub fn wrong() {
        check(|total| {
            if let Some(mut total) = total.try_lock_for(SECOND) {
                *total += 1;
            }
            true
        });
    }

    pub fn right() {
        check(|total| total.try_lock_for(SECOND).map(|mut total| *total += 1).is_some());
    }
}

/// Reading lock, then writing lock: both see that nobody sits there yet.
pub mod reads_then_writes {
    use super::*;

    fn check(sit: fn(&RwLock<u32>)) {
        let seated = RwLock::new(0);
        twice(|| sit(&seated));
        promise(seated.into_inner() == 1, "한 자리에 둘이 앉았습니다.");
    }

    pub fn wrong() {
        check(|seated| {
            if *seated.read() == 0 {
                *seated.write() += 1;
            }
        });
    }

    pub fn right() {
        check(|seated| {
            let free = seated.upgradable_read();
            if *free == 0 {
                *RwLockUpgradableReadGuard::upgrade(free) += 1;
            }
        });
    }
}

/// Reading twice is fine, until a writer waits in between.
pub mod reads_again_behind_a_writer {
    use super::*;

    fn check(sum: fn(&RwLock<u32>) -> u32) {
        let value = RwLock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| *value.write() = 2);
            sum(&value);
        });
    }

    pub fn wrong() {
        check(|value| {
            let first = value.read();
            let second = value.read();
            *first + *second
        });
    }

    pub fn right() {
        check(|value| {
            let first = value.read();
            *first + *first
        });
    }
}

/// A part of the value, and still the whole lock.
pub mod keeps_a_part_and_so_the_whole {
    use super::*;

    fn check(work: fn(&Mutex<(u32, u32)>)) {
        let pair = Mutex::new((1, 2));
        twice(|| work(&pair));
        promise(interleave::clock() == SECOND, "1초씩 걸리는 일 둘을 함께 하면 1초입니다.");
    }

    pub fn wrong() {
        check(|pair| {
            let first = MutexGuard::map(pair.lock(), |pair| &mut pair.0);
            thread::sleep(SECOND * *first);
        });
    }

    pub fn right() {
        check(|pair| {
            let first = pair.lock().0;
            thread::sleep(SECOND * first);
        });
    }
}

/// The limit of every wait, and not of the waiting.
pub mod waits_for_where_until_is_meant {
    use super::*;

    fn check(wait: fn(&Mutex<bool>, &Condvar)) {
        let (never, stirred) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                stirred.notify_all();
            });
            wait(&never, &stirred);
            promise(interleave::clock() == SECOND * 2, "2초까지만 기다리기로 했습니다.");
        });
    }

    pub fn wrong() {
        check(|never, stirred| {
            let mut guard = never.lock();
            while !*guard && !stirred.wait_for(&mut guard, SECOND * 2).timed_out() {}
        });
    }

    pub fn right() {
        check(|never, stirred| {
            let end = Instant::now() + SECOND * 2;
            let mut guard = never.lock();
            while !*guard && !stirred.wait_until(&mut guard, end).timed_out() {}
        });
    }
}

/// A lock that lets its owner in again does not make half-done work whole.
pub mod comes_back_in_the_middle {
    use super::*;

    fn add(list: &ReentrantMutex<RefCell<Vec<u32>>>) {
        list.lock().borrow_mut().push(3);
    }

    pub fn wrong() {
        let list = ReentrantMutex::new(RefCell::new(vec![1, 2]));
        let guard = list.lock();
        for _item in guard.borrow().iter() {
            add(&list);
        }
    }

    pub fn right() {
        let list = ReentrantMutex::new(RefCell::new(vec![1, 2]));
        let guard = list.lock();
        let count = guard.borrow().len();
        for _ in 0..count {
            add(&list);
        }
    }
}

/// No poison here: what a panic left half done is there for the next one.
pub mod leaves_half_of_it_behind {
    use super::*;

    fn check(pay: fn(&Mutex<[i64; 2]>, i64)) {
        let accounts = Mutex::new([100, 0]);
        let _ = panic::catch_unwind(AssertUnwindSafe(|| pay(&accounts, 200)));
        let [mine, yours] = *accounts.lock();
        promise(mine + yours == 100, "돈이 사라졌습니다.");
    }

    pub fn wrong() {
        check(|accounts, amount| {
            let mut accounts = accounts.lock();
            accounts[0] -= amount;
            assert!(accounts[0] >= 0, "잔액이 모자랍니다");
            accounts[1] += amount;
        });
    }

    pub fn right() {
        check(|accounts, amount| {
            let mut accounts = accounts.lock();
            assert!(accounts[0] >= amount, "잔액이 모자랍니다");
            accounts[0] -= amount;
            accounts[1] += amount;
        });
    }
}

/// The lock was open for a moment, and what was known before no longer holds.
pub mod opens_the_lock_for_a_moment {
    use super::*;

    fn check(take: fn(&Mutex<VecDeque<u32>>)) {
        let items = Mutex::new(VecDeque::from([1]));
        twice(|| take(&items));
    }

    pub fn wrong() {
        check(|items| {
            let mut items = items.lock();
            if !items.is_empty() {
                MutexGuard::unlocked(&mut items, || println!("꺼냅니다"));
                items.pop_front().expect("비어 있지 않았습니다");
            }
        });
    }

    pub fn right() {
        check(|items| {
            let mut items = items.lock();
            if !items.is_empty() {
                items.pop_front().expect("비어 있지 않았습니다");
                MutexGuard::unlocked(&mut items, || println!("꺼냈습니다"));
            }
        });
    }
}
