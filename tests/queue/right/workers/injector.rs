//! 일꾼들이 `crossbeam`의 `Injector`에서 항목을 가져갑니다. 비었으면 조건 변수에서 기다립니다.

use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crossbeam::deque::{Injector, Steal};
use parking_lot::{Condvar, Mutex};

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, closed, changed) = (Injector::new(), Mutex::new(false), Condvar::new());
    let results = Mutex::new(Vec::new());
    let steal = || {
        let mut tries = iter::repeat_with(|| jobs.steal()).skip_while(Steal::is_retry);
        tries.next().and_then(Steal::success)
    };
    let next = || {
        let mut closed = closed.lock();
        loop {
            let job = steal();
            if job.is_some() || *closed {
                return job;
            }
            changed.wait(&mut closed);
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, item)) = next() {
                    let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().push((number, result));
                }
            });
        }
        for job in items.enumerate() {
            jobs.push(job);
            // 비었다고 본 일꾼이 잠들 때까지 기다렸다가 깨웁니다.
            drop(closed.lock());
            changed.notify_one();
        }
        *closed.lock() = true;
        changed.notify_all();
    });
    let mut results = results.into_inner();
    results.sort_by_key(|(number, _): &(usize, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
