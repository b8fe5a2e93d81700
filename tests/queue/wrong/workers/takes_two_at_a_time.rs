//! 한 번에 둘씩 꺼내, 둘째는 노는 일꾼이 있어도 기다립니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel::unbounded;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = unbounded();
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Ok(first) = waiting.recv() {
                    let second = waiting.try_recv().ok();
                    for (number, item) in [Some(first), second].into_iter().flatten() {
                        let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                        results.lock().unwrap().push((number, result));
                    }
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
