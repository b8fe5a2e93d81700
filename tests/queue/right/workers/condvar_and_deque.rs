//! 뮤텍스와 조건 변수로 줄을 직접 만듭니다. 끝났다는 표시도 줄과 함께 잠급니다.

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex};
use std::thread;

pub fn run<T: Send, R: Send>(
    workers: usize,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<thread::Result<R>> {
    let line: Mutex<(VecDeque<(usize, T)>, bool)> = Mutex::new((VecDeque::new(), false));
    let (changed, results) = (Condvar::new(), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let waited =
                        changed.wait_while(line.lock().unwrap(), |line| line.0.is_empty() && !line.1);
                    let job = waited.unwrap().0.pop_front();
                    let Some((number, item)) = job else { return };
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    results.lock().unwrap().push((number, result));
                }
            });
        }
        for job in items.enumerate() {
            line.lock().unwrap().0.push_back(job);
            changed.notify_one();
        }
        line.lock().unwrap().1 = true;
        changed.notify_all();
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
