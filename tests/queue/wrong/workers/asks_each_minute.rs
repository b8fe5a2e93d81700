//! 다음 항목이 있는지 1분마다 깨어나 묻습니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

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
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    match receiver.recv_timeout(Duration::from_secs(60)) {
                        Ok((i, t)) => {
                            let result = panic::catch_unwind(AssertUnwindSafe(|| work(t)));
                            out.lock().unwrap().push((i, result));
                        }
                        Err(e) if e.is_timeout() => {}
                        Err(_) => return,
                    }
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
