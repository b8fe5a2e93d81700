//! Puzzles of Downey's "Little Book of Semaphores", with the solutions it warns of.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Barrier, Mutex};
use std::thread;

use crate::counting::Semaphore;
use crate::gallery::promise;

/// Rendezvous: each waits for the other before it says that it has come.
pub mod waits_before_it_signals {
    use super::*;

    fn check(meet: fn(&Semaphore, &Semaphore)) {
        let (first, second) = (Semaphore::new(0), Semaphore::new(0));
        thread::scope(|scope| {
            scope.spawn(|| meet(&first, &second));
            scope.spawn(|| meet(&second, &first));
        });
    }

    pub fn wrong() {
        check(|mine, theirs| {
            theirs.wait();
            mine.signal();
        });
    }

    pub fn right() {
        check(|mine, theirs| {
            mine.signal();
            theirs.wait();
        });
    }
}

/// The last one opens the barrier, and only one gets through.
pub mod opens_the_barrier_for_one {
    use super::*;

    fn check(pass: fn(&Semaphore)) {
        let (arrived, barrier) = (Mutex::new(0), Semaphore::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let mut count = arrived.lock().unwrap();
                    *count += 1;
                    if *count == 2 {
                        barrier.signal();
                    }
                    drop(count);
                    pass(&barrier);
                });
            }
        });
    }

    pub fn wrong() {
        check(|barrier| barrier.wait());
    }

    pub fn right() {
        check(|barrier| {
            barrier.wait();
            barrier.signal();
        });
    }
}

/// Who waits at the barrier holds the lock that the others need to reach it.
pub mod waits_at_the_barrier_with_the_lock {
    use super::*;

    fn check(arrive: fn(&Mutex<u32>, &Semaphore)) {
        let (arrived, barrier) = (Mutex::new(0), Semaphore::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| arrive(&arrived, &barrier));
            }
        });
    }

    pub fn wrong() {
        check(|arrived, barrier| {
            let mut count = arrived.lock().unwrap();
            *count += 1;
            if *count == 2 {
                barrier.signal();
            }
            barrier.wait();
            barrier.signal();
        });
    }

    pub fn right() {
        check(|arrived, barrier| {
            let mut count = arrived.lock().unwrap();
            *count += 1;
            if *count == 2 {
                barrier.signal();
            }
            drop(count);
            barrier.wait();
            barrier.signal();
        });
    }
}

/// A barrier in a loop that stays open: the fast one is through a second time before the slow one was there once.
pub mod laps_the_others {
    use super::*;

    fn check(meet: impl Fn(u32) + Sync) {
        let round = [AtomicU32::new(0), AtomicU32::new(0)];
        thread::scope(|scope| {
            for me in 0..2 {
                let (round, meet) = (&round, &meet);
                scope.spawn(move || {
                    for now in 1..=2 {
                        round[me].store(now, SeqCst);
                        meet(now);
                        promise(round[1 - me].load(SeqCst) >= now, "다른 스레드보다 한 바퀴를 앞섰습니다.");
                    }
                });
            }
        });
    }

    pub fn wrong() {
        let (arrived, barrier) = (Mutex::new(0), Semaphore::new(0));
        check(|_| {
            let mut count = arrived.lock().unwrap();
            *count += 1;
            if *count == 2 {
                barrier.signal();
            }
            drop(count);
            barrier.wait();
            barrier.signal();
        });
    }

    pub fn right() {
        let barrier = Barrier::new(2);
        check(|_| _ = barrier.wait());
    }
}

/// Readers and writers: the first reader shuts the door, the last one opens it, and nobody counts them carefully.
pub mod counts_readers_without_a_lock {
    use super::*;

    fn check(enter: fn(&AtomicU32, &Semaphore, &Mutex<()>)) {
        let (readers, room_empty, switch) = (AtomicU32::new(0), Semaphore::new(1), Mutex::new(()));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| enter(&readers, &room_empty, &switch));
            }
        });
        promise(readers.load(SeqCst) == 2, "들어간 사람 수를 잘못 세었습니다.");
    }

    pub fn wrong() {
        check(|readers, room_empty, _| {
            let before = readers.load(SeqCst);
            readers.store(before + 1, SeqCst);
            if before == 0 {
                room_empty.wait();
            }
        });
    }

    pub fn right() {
        check(|readers, room_empty, switch| {
            let _alone = switch.lock().unwrap();
            let before = readers.load(SeqCst);
            readers.store(before + 1, SeqCst);
            if before == 0 {
                room_empty.wait();
            }
        });
    }
}

/// Cigarette smokers: two things lie on the table, and each is taken by one who lacks another.
pub mod takes_one_thing_at_a_time {
    use super::*;

    pub fn wrong() {
        let [tobacco, paper, matches, smoked] = [(); 4].map(|()| Semaphore::new(0));
        thread::scope(|scope| {
            for (one, other) in [(&tobacco, &paper), (&paper, &matches)] {
                scope.spawn(|| {
                    one.wait();
                    other.wait();
                    smoked.signal();
                });
            }
            for (one, other) in [(&tobacco, &paper), (&paper, &matches)] {
                one.signal();
                other.signal();
                smoked.wait();
            }
        });
    }

    pub fn right() {
        let [first, second, smoked] = [(); 3].map(|()| Semaphore::new(0));
        thread::scope(|scope| {
            for may_smoke in [&first, &second] {
                scope.spawn(|| {
                    may_smoke.wait();
                    smoked.signal();
                });
            }
            for may_smoke in [&first, &second] {
                may_smoke.signal();
                smoked.wait();
            }
        });
    }
}

/// Dining savages: two see the empty pot, both wake the cook, and the second dinner spoils the first.
pub mod wakes_the_cook_twice {
    use super::*;

    fn check(eat: fn(&Mutex<u32>, &AtomicU32)) {
        let (pot, cooked) = (Mutex::new(0), AtomicU32::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| eat(&pot, &cooked));
            }
        });
        promise(cooked.load(SeqCst) == 1, "한 솥이면 되는데 두 번 끓였습니다.");
    }

    pub fn wrong() {
        check(|pot, cooked| {
            if *pot.lock().unwrap() == 0 {
                cooked.fetch_add(1, SeqCst);
                *pot.lock().unwrap() = 2;
            }
            *pot.lock().unwrap() -= 1;
        });
    }

    pub fn right() {
        check(|pot, cooked| {
            let mut pot = pot.lock().unwrap();
            if *pot == 0 {
                cooked.fetch_add(1, SeqCst);
                *pot = 2;
            }
            *pot -= 1;
        });
    }
}

/// Sleeping barber: the customer sees him awake and sits down quietly, just as he falls asleep.
pub mod sits_down_quietly {
    use super::*;

    fn check(come: fn(&AtomicU32, &AtomicU32, &Semaphore)) {
        let (asleep, waiting, bell) = (AtomicU32::new(0), AtomicU32::new(0), Semaphore::new(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                if waiting.load(SeqCst) == 0 {
                    asleep.store(1, SeqCst);
                    bell.wait();
                }
            });
            come(&asleep, &waiting, &bell);
        });
    }

    pub fn wrong() {
        check(|asleep, waiting, bell| {
            waiting.fetch_add(1, SeqCst);
            if asleep.load(SeqCst) == 1 {
                bell.signal();
            }
        });
    }

    pub fn right() {
        check(|_, waiting, bell| {
            waiting.fetch_add(1, SeqCst);
            bell.signal();
        });
    }
}
