//! 패닉한 일꾼이 그대로 죽습니다. 항목의 결과도, 일꾼도 하나씩 사라집니다.

use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let (jobs, waiting) = channel::unbounded();
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for _ in 0..workers {
            handles.push(scope.spawn(|| {
                for (number, item) in &waiting {
                    let result = Ok(work(item));
                    results.lock().unwrap().push((number, result));
                }
            }));
        }
        for job in items.enumerate() {
            jobs.send(job).unwrap();
        }
        drop(jobs);
        for handle in handles {
            let _ = handle.join();
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
