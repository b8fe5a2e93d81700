//! Threads that are started and then left to themselves: their end, their panics, what they leave behind.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use interleave::observe::Counter;

use crate::counting::Semaphore;
use crate::gallery::promise;

pub mod never_joins {
    use super::*;

    pub fn wrong() {
        let worker = thread::spawn(|| println!("일을 끝냈습니다"));
        drop(worker);
        interleave::expect_all_finished();
    }

    pub fn right() {
        let worker = thread::spawn(|| println!("일을 끝냈습니다"));
        worker.join().unwrap();
        interleave::expect_all_finished();
    }
}

/// A thread that waits for work when there will be none, and nobody tells it.
pub mod leaves_a_thread_waiting {
    use super::*;

    fn check(end: fn(&'static Semaphore)) {
        let work: &'static Semaphore = Box::leak(Box::new(Semaphore::new(0)));
        thread::Builder::new().name("뒤처리".to_string()).spawn(|| work.wait()).unwrap();
        end(work);
    }

    pub fn wrong() {
        check(|_| {});
    }

    pub fn right() {
        check(|work| work.signal());
    }
}

/// The last lines are still on their way when the program is over.
pub mod leaves_before_the_log_is_written {
    use super::*;

    fn check(end: fn(thread::JoinHandle<()>)) {
        let (lines, log) = std::sync::mpsc::channel();
        let writer = thread::spawn(move || {
            for line in log {
                println!("{line}");
            }
        });
        lines.send("마지막 줄").unwrap();
        drop(lines);
        end(writer);
        promise(interleave::output() == ["마지막 줄"], "마지막 줄이 적히지 않았습니다.");
    }

    pub fn wrong() {
        check(drop);
    }

    pub fn right() {
        check(|writer| writer.join().unwrap());
    }
}

pub mod takes_a_panic_for_a_success {
    use super::*;

    type Job = fn() -> u32;

    fn check(run: fn(Job) -> Result<u32, &'static str>) {
        let result = run(|| panic!("자료가 없습니다"));
        promise(result.is_err(), "일이 실패했는데 성공이라고 했습니다.");
    }

    pub fn wrong() {
        check(|job| Ok(thread::spawn(job).join().unwrap_or_default()));
    }

    pub fn right() {
        check(|job| thread::spawn(job).join().map_err(|_| "실패"));
    }
}

pub mod stops_joining_at_the_first_panic {
    use super::*;

    fn check(join_all: fn(Vec<thread::JoinHandle<()>>)) {
        let done = Counter::new();
        let also_done = done.clone();
        let bad = thread::spawn(|| panic!("자료가 없습니다"));
        let good = thread::spawn(move || {
            thread::sleep(Duration::from_secs(1));
            also_done.add(1);
        });
        let _ = panic::catch_unwind(AssertUnwindSafe(|| join_all(vec![bad, good])));
        promise(done.get() == 1, "한 일이 실패하자 다른 일의 끝을 기다리지 않았습니다.");
    }

    pub fn wrong() {
        check(|workers| {
            for worker in workers {
                worker.join().unwrap();
            }
        });
    }

    pub fn right() {
        check(|workers| {
            for worker in workers {
                let _ = worker.join();
            }
        });
    }
}

/// One job fails, its lock is poisoned, and every later job fails with it.
pub mod unwraps_a_poisoned_lock {
    use super::*;

    fn check(add: fn(&Mutex<u32>, bool)) {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            let bad = scope.spawn(|| add(&total, true));
            let _ = bad.join();
            let good = scope.spawn(|| add(&total, false));
            good.join().unwrap();
        });
    }

    pub fn wrong() {
        check(|total, fails| {
            let mut total = total.lock().unwrap();
            assert!(!fails, "일부러 실패합니다");
            *total += 1;
        });
    }

    pub fn right() {
        check(|total, fails| {
            let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
            assert!(!fails, "일부러 실패합니다");
            *total += 1;
        });
    }
}

/// Python's bare `acquire()`: what fails in between never releases.
pub mod unlocks_only_on_success {
    use super::*;

    fn check(with_lock: fn(&Semaphore, &dyn Fn())) {
        let lock = Semaphore::new(1);
        thread::scope(|scope| {
            let bad = scope.spawn(|| with_lock(&lock, &|| panic!("자료가 없습니다")));
            scope.spawn(|| with_lock(&lock, &|| {}));
            let _ = bad.join();
        });
    }

    pub fn wrong() {
        check(|lock, job| {
            lock.wait();
            job();
            lock.signal();
        });
    }

    pub fn right() {
        check(|lock, job| {
            lock.wait();
            let result = panic::catch_unwind(AssertUnwindSafe(job));
            lock.signal();
            if let Err(payload) = result {
                panic::resume_unwind(payload);
            }
        });
    }
}

/// "Somebody is working on it": a marker that a panic leaves behind, and for which everybody waits.
pub mod leaves_a_marker_behind {
    use super::*;

    fn check(compute: fn(&Mutex<bool>, &Condvar, &dyn Fn())) {
        let (busy, free) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            let bad = scope.spawn(|| compute(&busy, &free, &|| panic!("자료가 없습니다")));
            scope.spawn(|| compute(&busy, &free, &|| {}));
            let _ = bad.join();
        });
    }

    pub fn wrong() {
        check(|busy, free, job| {
            *free.wait_while(busy.lock().unwrap(), |busy| *busy).unwrap() = true;
            job();
            *busy.lock().unwrap() = false;
            free.notify_all();
        });
    }

    pub fn right() {
        check(|busy, free, job| {
            *free.wait_while(busy.lock().unwrap(), |busy| *busy).unwrap() = true;
            let result = panic::catch_unwind(AssertUnwindSafe(job));
            *busy.lock().unwrap() = false;
            free.notify_all();
            if let Err(payload) = result {
                panic::resume_unwind(payload);
            }
        });
    }
}

/// The consumer waits for a producer that is dead.
pub mod waits_for_a_dead_producer {
    use super::*;

    type Slot = Mutex<Option<Result<u32, ()>>>;

    fn check(produce: fn(&Slot, &Condvar, fn() -> u32)) {
        let (item, ready) = (Mutex::new(None), Condvar::new());
        thread::scope(|scope| {
            let producer = scope.spawn(|| produce(&item, &ready, || panic!("자료가 없습니다")));
            let item = ready.wait_while(item.lock().unwrap(), |item| item.is_none()).unwrap();
            promise(*item == Some(Err(())), "실패한 일의 결과는 실패입니다.");
            drop(item);
            let _ = producer.join();
        });
    }

    pub fn wrong() {
        check(|item, ready, make| {
            let made = make();
            *item.lock().unwrap() = Some(Ok(made));
            ready.notify_one();
        });
    }

    pub fn right() {
        check(|item, ready, make| {
            let made = panic::catch_unwind(make).map_err(drop);
            *item.lock().unwrap() = Some(made);
            ready.notify_one();
        });
    }
}

/// OSTEP's order violation: the child uses what its parent sets up after starting it.
pub mod starts_the_thread_too_early {
    use super::*;

    fn start(config: &Mutex<Option<u32>>) {
        let config = *config.lock().unwrap();
        println!("{}", config.expect("설정이 있어야 합니다"));
    }

    pub fn wrong() {
        let config = Mutex::new(None);
        thread::scope(|scope| {
            scope.spawn(|| start(&config));
            *config.lock().unwrap() = Some(7);
        });
    }

    pub fn right() {
        let config = Mutex::new(None);
        thread::scope(|scope| {
            *config.lock().unwrap() = Some(7);
            scope.spawn(|| start(&config));
        });
    }
}
