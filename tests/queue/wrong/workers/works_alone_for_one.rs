//! `workers`가 1이면 스레드를 띄우지 않고 직접 합니다.

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
    if workers == 1 {
        return items.map(|t| panic::catch_unwind(AssertUnwindSafe(|| work(t)))).collect();
    }
    let (sender, receiver) = channel::unbounded::<(usize, T)>();
    let out = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..workers {
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
