//! `while let`에 쓴 가드를 쥔 채로 일합니다. 일꾼이 몇이든 한 번에 하나씩 합니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, mpsc};
use std::thread;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = mpsc::channel();
    let waiting = Mutex::new(waiting);
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Ok((number, item)) = waiting.lock().unwrap().recv() {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().unwrap().push((number, result));
                }
            });
        }
        for job in items.enumerate() {
            jobs.send(job).unwrap();
        }
        drop(jobs);
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
