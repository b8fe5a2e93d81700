//! 패닉 값을 버리고 제 메시지로 바꿉니다. 무엇이 잘못되었는지 알 수 없게 됩니다.

use std::any::Any;
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
                    let result = result
                        .map_err(|_| -> Box<dyn Any + Send> { Box::new("작업이 실패했습니다.") });
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
