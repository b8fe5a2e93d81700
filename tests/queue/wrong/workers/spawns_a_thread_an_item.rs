//! 항목마다 스레드를 띄웁니다. 항목이 백만이면 스레드도 백만입니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (permits, free) = channel::bounded(workers);
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for (number, item) in items.enumerate() {
            permits.send(()).unwrap();
            let (free, results, work) = (free.clone(), &results, &work);
            scope.spawn(move || {
                let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                results.lock().unwrap().push((number, result));
                let _ = free.recv();
            });
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
