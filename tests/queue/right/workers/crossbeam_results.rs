//! 결과도 채널로 받습니다. 일꾼이 모두 끝나면 결과 채널도 닫힙니다.

use std::panic::{self, AssertUnwindSafe};
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = channel::unbounded();
    let (done, finished) = channel::unbounded();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (waiting, done, work) = (waiting.clone(), done.clone(), &work);
            scope.spawn(move || {
                for (number, item) in waiting {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    done.send((number, result)).unwrap();
                }
            });
        }
        drop(done);
        items.enumerate().for_each(|job| jobs.send(job).unwrap());
        drop(jobs);
        let mut results: Vec<_> = finished.iter().collect();
        results.sort_by_key(|(number, _)| *number);
        results.into_iter().map(|(_, result)| result).collect()
    })
}
