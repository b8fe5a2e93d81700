//! 결과를 열여섯까지만 담는 채널에 보내고, 항목을 다 준 다음에야 받습니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crossbeam::channel::{bounded, unbounded};

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = unbounded();
    let (done, results) = bounded(16);
    let work = &work;
    thread::scope(|scope| {
        for _ in 0..workers {
            let (waiting, done) = (waiting.clone(), done.clone());
            scope.spawn(move || {
                for (number, item) in waiting {
                    done.send((number, catch_unwind(AssertUnwindSafe(|| work(item))))).unwrap();
                }
            });
        }
        for job in items.enumerate() {
            jobs.send(job).unwrap();
        }
        drop((jobs, done));
        let mut results: Vec<_> = results.iter().collect();
        results.sort_by_key(|(number, _)| *number);
        results.into_iter().map(|(_, result)| result).collect()
    })
}
