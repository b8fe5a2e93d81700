//! 항목을 일꾼마다 번갈아 나누어 줍니다. 먼저 끝난 일꾼은 놀고, 느린 일꾼의 줄에는 항목이 쌓입니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let mut lines = Vec::new();
        for _ in 0..workers {
            let (line, waiting) = channel::unbounded::<(usize, T)>();
            let (results, work) = (&results, &work);
            scope.spawn(move || {
                for (number, item) in waiting {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().unwrap().push((number, result));
                }
            });
            lines.push(line);
        }
        for (number, item) in items.enumerate() {
            lines[number % workers].send((number, item)).unwrap();
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
