//! 일꾼들이 끝나기를 기다리면서 넣는 끝을 하나 쥐고 있습니다. 채널이 닫히지 않아서 일꾼도 끝나지 않습니다.

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
                for (number, item) in &waiting {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().unwrap().push((number, result));
                }
            });
        }
        for job in items.enumerate() {
            let jobs = &jobs;
            jobs.send(job).unwrap();
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
