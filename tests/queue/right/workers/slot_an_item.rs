//! 항목마다 결과 자리를 만들어 함께 보냅니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::{self, Result};
pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<Result<R>> {
    let (jobs, waiting) = channel::<(Arc<Mutex<Option<Result<R>>>>, T)>();
    let waiting = Mutex::new(waiting);
    let _unused: OnceLock<()> = OnceLock::new();
    let mut slots = Vec::new();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = waiting.lock().unwrap().recv();
                    let Ok((slot, item)) = job else { break };
                    let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                    *slot.lock().unwrap() = Some(result);
                }
            });
        }
        for item in items {
            let slot = Arc::new(Mutex::new(None));
            slots.push(Arc::clone(&slot));
            jobs.send((slot, item)).unwrap();
        }
        drop(jobs);
    });
    slots.into_iter().map(|slot| slot.lock().unwrap().take().unwrap()).collect()
}
