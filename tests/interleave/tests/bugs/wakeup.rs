//! Condition variables: a wakeup that comes too early, too late, or to the wrong one.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

use crate::gallery::promise;

/// `if` around a wait: by the time the woken thread has the lock again, another took the item.
pub mod asks_once_after_waking {
    use super::*;

    fn check(take: fn(&Mutex<VecDeque<u32>>, &Condvar) -> Option<u32>) {
        let (items, filled) = (Mutex::new(VecDeque::new()), Condvar::new());
        thread::scope(|scope| {
            let takers = [(); 2].map(|()| scope.spawn(|| take(&items, &filled)));
            for item in 0..2 {
                items.lock().unwrap().push_back(item);
                filled.notify_one();
            }
            for taker in takers {
                promise(taker.join().unwrap().is_some(), "깨어났는데 꺼낼 것이 없습니다.");
            }
        });
    }

    pub fn wrong() {
        check(|items, filled| {
            let mut items = items.lock().unwrap();
            if items.is_empty() {
                items = filled.wait(items).unwrap();
            }
            items.pop_front()
        });
    }

    pub fn right() {
        check(|items, filled| {
            let mut items = items.lock().unwrap();
            while items.is_empty() {
                items = filled.wait(items).unwrap();
            }
            items.pop_front()
        });
    }
}

/// OSTEP's join without a state variable: a notification nobody waits for is forgotten.
pub mod waits_for_a_notice_already_given {
    use super::*;

    pub fn wrong() {
        let (door, done) = (Mutex::new(()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let _inside = door.lock().unwrap();
                done.notify_one();
            });
            let guard = door.lock().unwrap();
            drop(done.wait(guard).unwrap());
        });
    }

    pub fn right() {
        let (finished, done) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *finished.lock().unwrap() = true;
                done.notify_one();
            });
            let guard = finished.lock().unwrap();
            drop(done.wait_while(guard, |finished| !*finished).unwrap());
        });
    }
}

/// Who was woken looks before there is anything to see, and sleeps again for good.
pub mod notifies_before_the_change {
    use super::*;

    fn hand_over(give: fn(&Mutex<Vec<u32>>, &Condvar)) {
        let (items, not_empty) = (Mutex::new(Vec::new()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                // The other one sleeps by then.
                thread::sleep(Duration::from_secs(1));
                give(&items, &not_empty);
            });
            let items = not_empty.wait_while(items.lock().unwrap(), |items| items.is_empty());
            assert_eq!(items.unwrap().pop(), Some(1));
        });
    }

    pub fn wrong() {
        hand_over(|items, not_empty| {
            not_empty.notify_one();
            items.lock().unwrap().push(1);
        });
    }

    pub fn right() {
        hand_over(|items, not_empty| {
            items.lock().unwrap().push(1);
            not_empty.notify_one();
        });
    }
}

/// OSTEP's join without the lock: the change slips in between the look and the wait.
pub mod changes_the_condition_without_the_lock {
    use super::*;

    fn check(finish: fn(&AtomicBool, &Mutex<()>)) {
        let (finished, door, done) = (AtomicBool::new(false), Mutex::new(()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                finish(&finished, &door);
                done.notify_one();
            });
            let mut guard = door.lock().unwrap();
            while !finished.load(SeqCst) {
                guard = done.wait(guard).unwrap();
            }
        });
    }

    pub fn wrong() {
        check(|finished, _| finished.store(true, SeqCst));
    }

    pub fn right() {
        check(|finished, door| {
            let _inside = door.lock().unwrap();
            finished.store(true, SeqCst);
        });
    }
}

/// Cargill's bounded buffer: putters and takers wait in one place, and the one that is woken is of the wrong kind.
pub mod wakes_the_wrong_kind {
    use super::*;

    struct Slot {
        full: Mutex<bool>,
        changed: Condvar,
        wake: fn(&Condvar),
    }

    impl Slot {
        #[track_caller]
        fn turn(&self, from: bool) {
            let mut full = self.full.lock().unwrap();
            while *full != from {
                full = self.changed.wait(full).unwrap();
            }
            *full = !from;
            (self.wake)(&self.changed);
        }
    }

    fn check(wake: fn(&Condvar)) {
        let slot = Slot { full: Mutex::new(false), changed: Condvar::new(), wake };
        thread::scope(|scope| {
            scope.spawn(|| slot.turn(true));
            scope.spawn(|| slot.turn(true));
            slot.turn(false);
            slot.turn(false);
        });
    }

    pub fn wrong() {
        check(|changed| changed.notify_one());
    }

    pub fn right() {
        check(|changed| changed.notify_all());
    }
}

pub mod wakes_one_where_all_must {
    use super::*;

    fn check(wake: fn(&Condvar)) {
        let (open, opened) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| drop(opened.wait_while(open.lock().unwrap(), |open| !*open).unwrap()));
            }
            *open.lock().unwrap() = true;
            wake(&opened);
        });
    }

    pub fn wrong() {
        check(|opened| opened.notify_one());
    }

    pub fn right() {
        check(|opened| opened.notify_all());
    }
}

/// OSTEP's covering condition: what was freed is enough for one of the waiters, and the other one is woken.
pub mod wakes_one_of_different_needs {
    use super::*;

    fn check(wake: fn(&Condvar)) {
        let (free, freed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            let ask =
                |bytes: u64| *freed.wait_while(free.lock().unwrap(), |free| *free < bytes).unwrap() -= bytes;
            let large = scope.spawn(move || ask(2));
            let small = scope.spawn(move || ask(1));
            *free.lock().unwrap() += 1;
            wake(&freed);
            small.join().unwrap();
            *free.lock().unwrap() += 2;
            wake(&freed);
            large.join().unwrap();
        });
    }

    pub fn wrong() {
        check(|freed| freed.notify_one());
    }

    pub fn right() {
        check(|freed| freed.notify_all());
    }
}

pub mod never_notifies {
    use super::*;

    fn check(open: fn(&Mutex<bool>, &Condvar)) {
        let (is_open, opened) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| open(&is_open, &opened));
            drop(opened.wait_while(is_open.lock().unwrap(), |open| !*open).unwrap());
        });
    }

    pub fn wrong() {
        check(|is_open, _| *is_open.lock().unwrap() = true);
    }

    pub fn right() {
        check(|is_open, opened| {
            *is_open.lock().unwrap() = true;
            opened.notify_one();
        });
    }
}

/// std's condition variables may wake by themselves: who takes that for a notice finds nothing there.
pub mod takes_waking_for_a_notice {
    use super::*;

    fn check(take: fn(&Mutex<VecDeque<u32>>, &Condvar) -> u32) {
        let (items, filled) = (Mutex::new(VecDeque::new()), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| take(&items, &filled));
            items.lock().unwrap().push_back(7);
            filled.notify_one();
        });
    }

    pub fn wrong() {
        check(|items, filled| {
            let mut items = items.lock().unwrap();
            if items.is_empty() {
                items = filled.wait(items).unwrap();
            }
            items.pop_front().expect("there is one")
        });
    }

    pub fn right() {
        check(|items, filled| {
            let items = items.lock().unwrap();
            let mut items = filled.wait_while(items, |items| items.is_empty()).unwrap();
            items.pop_front().expect("there is one")
        });
    }
}
