//! Threads that wait for each other.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, MutexGuard};
use std::thread;

use crate::counting::Semaphore;
use crate::gallery::promise;

pub mod joins_while_holding {
    use super::*;

    fn check(after: impl FnOnce(MutexGuard<'_, u64>, thread::ScopedJoinHandle<'_, ()>)) {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            let guard = total.lock().unwrap();
            let worker = scope.spawn(|| *total.lock().unwrap() += 1);
            after(guard, worker);
        });
    }

    pub fn wrong() {
        check(|mut guard, worker| {
            worker.join().unwrap();
            *guard += 1;
        });
    }

    pub fn right() {
        check(|mut guard, worker| {
            *guard += 1;
            drop(guard);
            worker.join().unwrap();
        });
    }
}

pub mod locks_in_opposite_order {
    use super::*;

    fn move_one(from: &Mutex<i64>, to: &Mutex<i64>) {
        let mut from = from.lock().unwrap();
        let mut to = to.lock().unwrap();
        *from -= 1;
        *to += 1;
    }

    pub fn wrong() {
        let (mine, yours) = (Mutex::new(5), Mutex::new(5));
        thread::scope(|scope| {
            scope.spawn(|| move_one(&mine, &yours));
            scope.spawn(|| move_one(&yours, &mine));
        });
    }

    pub fn right() {
        let (mine, yours) = (Mutex::new(5), Mutex::new(5));
        thread::scope(|scope| {
            scope.spawn(|| move_one(&mine, &yours));
            scope.spawn(|| {
                let mut mine = mine.lock().unwrap();
                let mut yours = yours.lock().unwrap();
                *yours -= 1;
                *mine += 1;
            });
        });
    }
}

/// The dining philosophers: each takes the fork at the left, and nobody ever gets a right one.
pub mod takes_the_left_fork_first {
    use super::*;

    fn dine(forks: [(usize, usize); 3]) {
        let table = [Mutex::new(()), Mutex::new(()), Mutex::new(())];
        thread::scope(|scope| {
            for (first, second) in forks {
                let table = &table;
                scope.spawn(move || {
                    let _first = table[first].lock().unwrap();
                    let _second = table[second].lock().unwrap();
                });
            }
        });
    }

    pub fn wrong() {
        dine([(0, 1), (1, 2), (2, 0)]);
    }

    pub fn right() {
        dine([(0, 1), (1, 2), (0, 2)]);
    }
}

/// The same dinner with a footman, who lets only two sit down at once.
pub mod seats_as_many_as_there_are_forks {
    use super::*;

    fn dine(seats: i32) {
        let table = [Mutex::new(()), Mutex::new(()), Mutex::new(())];
        let footman = Semaphore::new(seats);
        thread::scope(|scope| {
            for left in 0..3 {
                let (table, footman) = (&table, &footman);
                scope.spawn(move || {
                    footman.wait();
                    let left_fork = table[left].lock().unwrap();
                    let right_fork = table[(left + 1) % 3].lock().unwrap();
                    drop((left_fork, right_fork));
                    footman.signal();
                });
            }
        });
    }

    pub fn wrong() {
        dine(3);
    }

    pub fn right() {
        dine(2);
    }
}

/// The receiver needs the lock that the sender holds while it waits for room.
pub mod sends_while_holding {
    use super::*;

    fn check(send: fn(&Mutex<u32>, &SyncSender<u32>)) {
        let sent = Mutex::new(0);
        let (sender, receiver) = mpsc::sync_channel(1);
        thread::scope(|scope| {
            scope.spawn(|| {
                let sender = sender;
                for _ in 0..3 {
                    send(&sent, &sender);
                }
            });
            for item in receiver {
                promise(*sent.lock().unwrap() >= item, "센 것보다 많이 받았습니다.");
            }
        });
    }

    pub fn wrong() {
        check(|sent, sender| {
            let mut sent = sent.lock().unwrap();
            *sent += 1;
            sender.send(*sent).unwrap();
        });
    }

    pub fn right() {
        check(|sent, sender| {
            let item = {
                let mut sent = sent.lock().unwrap();
                *sent += 1;
                *sent
            };
            sender.send(item).unwrap();
        });
    }
}

/// A pool's only worker gives its pool a job and waits for the answer.
pub mod waits_for_a_job_of_its_own_pool {
    use super::*;

    type Job = Box<dyn FnOnce() + Send>;

    fn work(jobs: &Mutex<Receiver<Job>>) {
        loop {
            let job = jobs.lock().unwrap().recv();
            let Ok(job) = job else { return };
            job();
        }
    }

    fn check(workers: usize) {
        let (pool, jobs) = mpsc::channel::<Job>();
        let jobs = Mutex::new(jobs);
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| work(&jobs));
            }
            let (answer, result) = mpsc::channel();
            let inner = pool.clone();
            let job = move || {
                let (part, parts) = mpsc::channel();
                inner.send(Box::new(move || part.send(1).unwrap())).unwrap();
                answer.send(parts.recv().unwrap() + 1).unwrap();
            };
            pool.send(Box::new(job)).unwrap();
            drop(pool);
            promise(result.recv() == Ok(2), "일의 답은 2입니다.");
        });
    }

    pub fn wrong() {
        check(1);
    }

    pub fn right() {
        check(2);
    }
}
