//! `size_hint`의 위쪽 수만큼 자리를 미리 잡으므로, 끝을 모르는 항목에서 패닉합니다.

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
    let out = Mutex::new(Vec::with_capacity(items.size_hint().1.unwrap_or(16)));
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
