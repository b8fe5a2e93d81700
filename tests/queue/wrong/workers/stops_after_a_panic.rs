//! 패닉한 항목은 적어 두지만, 그 일꾼은 거기서 그만둡니다. 일꾼이 하나면 나머지를 아무도 하지 않습니다.

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
                    let failed = result.is_err();
                    results.lock().unwrap().push((number, result));
                    if failed {
                        return;
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
