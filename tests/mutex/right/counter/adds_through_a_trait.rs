//! 제네릭: 더할 수 있는 것을 트레이트로 적고, `Mutex`에 그 트레이트를 구현합니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

trait Tick: Sync {
    fn tick(&self);
}

impl Tick for Mutex<u64> {
    fn tick(&self) {
        let mut number = self.lock().unwrap_or_else(PoisonError::into_inner);
        *number = number.wrapping_add(1);
    }
}

fn in_parallel<T: Tick>(threads: usize, times: usize, ticking: &T) {
    thread::scope(|scope| {
        let worker = || (0..times).for_each(|_| ticking.tick());
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().for_each(|worker| worker.join().unwrap());
    });
}

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    in_parallel(threads, times, &total);
    total.into_inner().unwrap()
}
