//! Permits: one too many, one too few, or all of them taken one at a time. The semaphores here are homemade, as in the
//! lessons.

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

use interleave::observe::Gauge;

use crate::counting::Semaphore;
use crate::gallery::promise;

/// Counts who is inside, and promises that there are never more than `most`.
struct Room {
    inside: Gauge,
    most: usize,
}

impl Room {
    fn for_up_to(most: usize) -> Self {
        Room { inside: Gauge::new(), most }
    }

    fn stay(&self) {
        let _inside = self.inside.enter();
        promise(self.inside.now() <= self.most, "허가보다 많은 스레드가 들어가 있습니다.");
        thread::yield_now();
    }
}

pub mod releases_twice {
    use super::*;

    fn check(release: fn(&Semaphore)) {
        let (permits, room) = (Semaphore::new(1), Room::for_up_to(1));
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    permits.wait();
                    room.stay();
                    release(&permits);
                });
            }
        });
    }

    pub fn wrong() {
        check(|permits| {
            permits.signal();
            permits.signal();
        });
    }

    pub fn right() {
        check(|permits| permits.signal());
    }
}

/// The way out through an error does not pass the release.
pub mod keeps_the_permit_on_an_error {
    use super::*;

    fn check(with_permit: fn(&Semaphore, &dyn Fn())) {
        let permits = Semaphore::new(1);
        let job = || panic!("일이 실패했습니다");
        let failed = panic::catch_unwind(AssertUnwindSafe(|| with_permit(&permits, &job)));
        promise(failed.is_err(), "일의 실패는 알려야 합니다.");
        with_permit(&permits, &|| {});
    }

    pub fn wrong() {
        check(|permits, job| {
            permits.wait();
            job();
            permits.signal();
        });
    }

    pub fn right() {
        struct Permit<'a>(&'a Semaphore);

        impl Drop for Permit<'_> {
            fn drop(&mut self) {
                self.0.signal();
            }
        }

        check(|permits, job| {
            permits.wait();
            let _permit = Permit(permits);
            job();
        });
    }
}

/// Two threads need two permits each, and each holds one of the two.
pub mod takes_permits_one_by_one {
    use super::*;

    fn check(take_two: fn(&Mutex<u32>, &Condvar)) {
        let (permits, freed) = (Mutex::new(2), Condvar::new());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    take_two(&permits, &freed);
                    *permits.lock().unwrap() += 2;
                    freed.notify_all();
                });
            }
        });
    }

    pub fn wrong() {
        check(|permits, freed| {
            for _ in 0..2 {
                *freed.wait_while(permits.lock().unwrap(), |permits| *permits < 1).unwrap() -= 1;
            }
        });
    }

    pub fn right() {
        check(|permits, freed| {
            *freed.wait_while(permits.lock().unwrap(), |permits| *permits < 2).unwrap() -= 2;
        });
    }
}

/// "Any time you wait for a semaphore while holding a mutex, there is a danger of deadlock."
pub mod waits_while_holding_the_mutex {
    use super::*;

    fn check(put: fn(&Mutex<VecDeque<u32>>, &Semaphore, u32), get: fn(&Mutex<VecDeque<u32>>, &Semaphore)) {
        let (buffer, items) = (Mutex::new(VecDeque::new()), Semaphore::new(0));
        thread::scope(|scope| {
            scope.spawn(|| get(&buffer, &items));
            put(&buffer, &items, 1);
        });
    }

    fn put(buffer: &Mutex<VecDeque<u32>>, items: &Semaphore, item: u32) {
        buffer.lock().unwrap().push_back(item);
        items.signal();
    }

    pub fn wrong() {
        check(put, |buffer, items| {
            let mut buffer = buffer.lock().unwrap();
            items.wait();
            buffer.pop_front().unwrap();
        });
    }

    pub fn right() {
        check(put, |buffer, items| {
            items.wait();
            buffer.lock().unwrap().pop_front().unwrap();
        });
    }
}

/// Looking and taking are two visits to the lock, and two threads take the last permit.
pub mod looks_then_takes {
    use super::*;

    fn check(try_acquire: fn(&Mutex<i32>) -> bool) {
        let permits = Mutex::new(1);
        thread::scope(|scope| {
            let tries = [(); 2].map(|()| scope.spawn(|| try_acquire(&permits)));
            let taken = tries.map(|one| one.join().unwrap());
            promise(taken != [true, true], "허가 한 장을 두 스레드가 받았습니다.");
        });
    }

    pub fn wrong() {
        check(|permits| {
            let free = *permits.lock().unwrap() > 0;
            if free {
                *permits.lock().unwrap() -= 1;
            }
            free
        });
    }

    pub fn right() {
        check(|permits| {
            let mut permits = permits.lock().unwrap();
            let free = *permits > 0;
            if free {
                *permits -= 1;
            }
            free
        });
    }
}

pub mod releases_many_and_wakes_one {
    use super::*;

    fn check(wake: fn(&Condvar)) {
        let (permits, freed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    *freed.wait_while(permits.lock().unwrap(), |permits| *permits < 1).unwrap() -= 1
                });
            }
            *permits.lock().unwrap() += 2;
            wake(&freed);
        });
    }

    pub fn wrong() {
        check(|freed| freed.notify_one());
    }

    pub fn right() {
        check(|freed| freed.notify_all());
    }
}

/// A semaphore has no owner: who gave up waiting for it and releases it anyway lets another one in.
pub mod releases_what_it_did_not_get {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn try_for(permits: &Mutex<u32>, freed: &Condvar, limit: Duration) -> bool {
        let permits = permits.lock().unwrap();
        let (mut permits, _) = freed.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
        let taken = *permits > 0;
        *permits -= u32::from(taken);
        taken
    }

    fn check(impatient: fn(&dyn Fn(Duration) -> bool, &dyn Fn())) {
        let (permits, freed, room) = (Mutex::new(1), Condvar::new(), Room::for_up_to(1));
        let acquire = |limit| try_for(&permits, &freed, limit);
        let release = || {
            *permits.lock().unwrap() += 1;
            freed.notify_one();
        };
        thread::scope(|scope| {
            let patient = || {
                acquire(SECOND * 60);
                let inside = room.inside.enter();
                promise(room.inside.now() == 1, "허가는 한 장인데 둘이 들어가 있습니다.");
                thread::sleep(SECOND * 3);
                drop(inside);
                release();
            };
            scope.spawn(patient);
            scope.spawn(patient);
            impatient(&acquire, &release);
        });
    }

    pub fn wrong() {
        check(|acquire, release| {
            acquire(SECOND);
            release();
        });
    }

    pub fn right() {
        check(|acquire, release| {
            if acquire(SECOND) {
                release();
            }
        });
    }
}
