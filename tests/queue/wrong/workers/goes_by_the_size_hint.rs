//! `size_hint`의 아래쪽 수만큼만 꺼내므로, 몇 개인지 모르는 항목을 빠뜨립니다.

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
    mut items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
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
        let n = items.size_hint().0;
        for i in 0..n {
            sender.send((i, items.next().unwrap())).unwrap();
        }
        drop(sender);
    });
    sorted(out.into_inner().unwrap())
}
