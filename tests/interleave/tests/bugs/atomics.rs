//! No data race, and still a race: every single step is atomic, two of them are not.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Mutex, OnceLock};
use std::thread;

use interleave::observe::{Gauge, Tally};

use crate::gallery::promise;

/// Runs `job` in two threads.
#[track_caller]
fn twice(job: impl Fn(u64) + Sync) {
    thread::scope(|scope| {
        for number in 1..=2 {
            let job = &job;
            scope.spawn(move || job(number));
        }
    });
}

pub mod loads_then_stores {
    use super::*;

    pub fn check(add: fn(&AtomicU64)) {
        let total = AtomicU64::new(0);
        twice(|_| add(&total));
        promise(total.into_inner() == 2, "더한 값 하나가 사라졌습니다.");
    }

    pub fn wrong() {
        check(|total| {
            let seen = total.load(SeqCst);
            total.store(seen + 1, SeqCst);
        });
    }

    pub fn right() {
        check(|total| {
            total.fetch_add(1, SeqCst);
        });
    }
}

pub mod checks_then_subtracts {
    use super::*;

    fn check(take: fn(&AtomicI64)) {
        let seats = AtomicI64::new(1);
        twice(|_| take(&seats));
        promise(seats.into_inner() == 0, "없는 자리를 팔았습니다.");
    }

    pub fn wrong() {
        check(|seats| {
            if seats.load(SeqCst) > 0 {
                seats.fetch_sub(1, SeqCst);
            }
        });
    }

    pub fn right() {
        check(|seats| {
            let _ = seats.fetch_update(SeqCst, SeqCst, |seats| (seats > 0).then(|| seats - 1));
        });
    }
}

pub mod compares_then_raises {
    use super::*;

    fn check(raise: fn(&AtomicU64, u64)) {
        let highest = AtomicU64::new(0);
        twice(|number| raise(&highest, number));
        promise(highest.into_inner() == 2, "가장 큰 값이 작은 값에 덮였습니다.");
    }

    pub fn wrong() {
        check(|highest, number| {
            if number > highest.load(SeqCst) {
                highest.store(number, SeqCst);
            }
        });
    }

    pub fn right() {
        check(|highest, number| {
            highest.fetch_max(number, SeqCst);
        });
    }
}

/// Both see zero, and what must be done once is done twice: a reference count read this way frees twice.
pub mod looks_again_after_subtracting {
    use super::*;

    fn check(leave: fn(&AtomicUsize) -> bool) {
        let left = AtomicUsize::new(2);
        let last = Tally::new();
        twice(|_| last.add(u64::from(leave(&left))));
        promise(last.total() == 1, "마지막 뒷정리는 꼭 한 번 해야 합니다.");
    }

    pub fn wrong() {
        check(|left| {
            left.fetch_sub(1, SeqCst);
            left.load(SeqCst) == 0
        });
    }

    pub fn right() {
        check(|left| left.fetch_sub(1, SeqCst) == 1);
    }
}

pub mod ignores_a_failed_exchange {
    use super::loads_then_stores::check;
    use super::*;

    pub fn wrong() {
        check(|total| {
            let seen = total.load(SeqCst);
            let _ = total.compare_exchange(seen, seen + 1, SeqCst, SeqCst);
        });
    }

    pub fn right() {
        check(|total| {
            let mut seen = total.load(SeqCst);
            while let Err(now) = total.compare_exchange(seen, seen + 1, SeqCst, SeqCst) {
                seen = now;
            }
        });
    }
}

pub mod initialises_twice {
    use super::*;

    fn check(prepare: impl Fn(&dyn Fn()) + Sync) {
        let times = Tally::new();
        twice(|_| {
            prepare(&|| times.add(1));
        });
        promise(times.total() == 1, "준비는 한 번만 해야 합니다.");
    }

    pub fn wrong() {
        let ready = AtomicBool::new(false);
        check(|init| {
            if !ready.load(SeqCst) {
                init();
                ready.store(true, SeqCst);
            }
        });
    }

    pub fn right() {
        let ready = OnceLock::new();
        check(|init| *ready.get_or_init(init));
    }
}

/// A lock from a flag: seeing it down and raising it are two steps.
pub mod raises_the_flag_too_late {
    use super::*;

    fn check(enter: impl Fn(), leave: impl Fn()) -> impl Fn(u64) {
        let room = Gauge::new();
        move |_| {
            enter();
            let inside = room.enter();
            promise(room.now() == 1, "두 스레드가 함께 들어가 있습니다.");
            thread::yield_now();
            drop(inside);
            leave();
        }
    }

    pub fn wrong() {
        let taken = AtomicBool::new(false);
        let enter = || {
            while taken.load(SeqCst) {
                thread::yield_now();
            }
            taken.store(true, SeqCst);
        };
        twice(check(enter, || taken.store(false, SeqCst)));
    }

    pub fn right() {
        let taken = Mutex::new(false);
        let freed = std::sync::Condvar::new();
        let enter = || *freed.wait_while(taken.lock().unwrap(), |taken| *taken).unwrap() = true;
        let leave = || {
            *taken.lock().unwrap() = false;
            freed.notify_one();
        };
        twice(check(enter, leave));
    }
}

/// OSTEP's order violation: the sign says done before the work is.
pub mod says_ready_before_it_is {
    use super::*;

    fn check(fill: fn(&AtomicU64, &AtomicBool)) {
        let (value, ready) = (AtomicU64::new(0), AtomicBool::new(false));
        thread::scope(|scope| {
            scope.spawn(|| fill(&value, &ready));
            if ready.load(SeqCst) {
                promise(value.load(SeqCst) == 7, "준비됐다는데 값이 없습니다.");
            }
        });
    }

    pub fn wrong() {
        check(|value, ready| {
            ready.store(true, SeqCst);
            value.store(7, SeqCst);
        });
    }

    pub fn right() {
        check(|value, ready| {
            value.store(7, SeqCst);
            ready.store(true, SeqCst);
        });
    }
}

/// Two halves of one thing in two atomics: a reader in between sees a date that never was.
pub mod reads_two_halves {
    use super::*;

    pub fn wrong() {
        let (month, day) = (AtomicU64::new(1), AtomicU64::new(31));
        thread::scope(|scope| {
            scope.spawn(|| {
                month.store(2, SeqCst);
                day.store(1, SeqCst);
            });
            let seen = (month.load(SeqCst), day.load(SeqCst));
            promise(seen != (2, 31), "있은 적 없는 날짜 2월 31일을 읽었습니다.");
        });
    }

    pub fn right() {
        let date = Mutex::new((1, 31));
        thread::scope(|scope| {
            scope.spawn(|| *date.lock().unwrap() = (2, 1));
            let seen = *date.lock().unwrap();
            promise(seen != (2, 31), "있은 적 없는 날짜 2월 31일을 읽었습니다.");
        });
    }
}

/// ABA: the head is the same node again, the stack below it is not. The right form counts its changes in the head.
pub mod trusts_an_old_neighbour {
    use super::*;

    const NONE: u64 = 9;

    /// Node 1 lies on node 2. One thread takes 1, meanwhile the other takes both and puts 1 back.
    fn check(version: u64) {
        let head = AtomicU64::new(1);
        let below = [AtomicU64::new(NONE), AtomicU64::new(2), AtomicU64::new(NONE)];
        let pop = || {
            let seen = head.load(SeqCst);
            let top = seen % 10;
            let next = below.get(top as usize)?.load(SeqCst);
            let new = seen - top + next + version;
            head.compare_exchange(seen, new, SeqCst, SeqCst).ok().map(|_| top)
        };
        let push = |node: u64| {
            let seen = head.load(SeqCst);
            below[node as usize].store(seen % 10, SeqCst);
            head.store(seen - seen % 10 + node + version, SeqCst);
        };
        thread::scope(|scope| {
            let other = scope.spawn(|| {
                let both = (pop(), pop());
                if both == (Some(1), Some(2)) {
                    push(1);
                }
                both.1
            });
            pop();
            if other.join().unwrap() == Some(2) {
                promise(head.load(SeqCst) % 10 != 2, "꺼내서 쓰고 있는 마디 2가 다시 쌓여 있습니다.");
            }
        });
    }

    pub fn wrong() {
        check(0);
    }

    pub fn right() {
        check(10);
    }
}
