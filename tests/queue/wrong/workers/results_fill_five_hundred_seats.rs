//! 결과를 자리가 500개인 채널로 보내는데, 항목을 모두 보낸 다음에야 받습니다. 더 많으면 아무도 나아가지 못합니다.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = channel::bounded::<(usize, T)>(1);
    let (out, results) = mpsc::sync_channel(500);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (waiting, out, work) = (waiting.clone(), out.clone(), &work);
            scope.spawn(move || {
                for (number, item) in waiting.iter() {
                    let _ = out.send((number, catch_unwind(AssertUnwindSafe(|| work(item)))));
                }
            });
        }
        drop((waiting, out));
        items.enumerate().for_each(|job| jobs.send(job).unwrap());
        drop(jobs);
        let mut results: Vec<_> = results.iter().collect();
        results.sort_by_key(|(number, _)| *number);
        results.into_iter().map(|(_, result)| result).collect()
    })
}
