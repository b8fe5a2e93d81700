//! 일꾼마다 제 결과를 모아 돌려주고, `join`하며 합칩니다.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = channel::bounded(0);
    thread::scope(|scope| {
        let serve = || {
            let answer = |(number, item)| (number, panic::catch_unwind(AssertUnwindSafe(|| work(item))));
            waiting.iter().map(answer).collect::<BTreeMap<usize, _>>()
        };
        let crew: Vec<_> = (0..workers).map(|_| scope.spawn(serve)).collect();
        for job in items.enumerate() {
            jobs.send(job).unwrap();
        }
        drop(jobs);
        let mut results = BTreeMap::new();
        crew.into_iter().for_each(|worker| results.extend(worker.join().unwrap()));
        results.into_values().collect()
    })
}
