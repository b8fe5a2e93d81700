//! 일꾼을 64개까지만 띄웁니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

fn sorted<R>(mut v: Vec<(usize, thread::Result<R>)>) -> Vec<thread::Result<R>> {
    v.sort_by_key(|x| x.0);
    v.into_iter().map(|x| x.1).collect()
}

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (sender, receiver) = channel::unbounded::<(usize, T)>();
    let out = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..workers.min(64) {
            scope.spawn(|| {
                for (i, t) in receiver.clone() {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(t)));
                    out.lock().unwrap().push((i, result));
                }
            });
        }
        for j in items.enumerate() {
            sender.send(j).unwrap();
        }
        drop(sender);
    });
    sorted(out.into_inner().unwrap())
}
