//! 파이썬처럼 끝을 알리는 `None`을 일꾼마다 하나씩 넣습니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = channel::unbounded();
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Ok(Some((number, item))) = waiting.recv() {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().unwrap().push((number, result));
                }
            });
        }
        for job in items.enumerate() {
            jobs.send(Some(job)).unwrap();
        }
        (0..workers).for_each(|_| jobs.send(None).unwrap());
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
