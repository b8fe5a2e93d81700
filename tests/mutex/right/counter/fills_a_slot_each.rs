//! 스레드마다 제 칸에 한 번만 적고, 모두 끝난 다음 칸들을 더합니다.

use std::sync::OnceLock;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let slots: Vec<OnceLock<u64>> = vec![OnceLock::new(); threads];
    thread::scope(|s| {
        for slot in &slots {
            s.spawn(move || slot.set((0..times as u64).map(|_| 1).sum()).unwrap());
        }
    });
    slots.iter().filter_map(OnceLock::get).sum()
}
