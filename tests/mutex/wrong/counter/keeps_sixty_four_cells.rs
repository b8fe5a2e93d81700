//! 칸 예순넷을 스레드들이 나누어 쓰며 읽기와 쓰기를 따로 하므로, 예순다섯째 스레드부터 같은 칸에서 값을 잃습니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let slots: [AtomicU64; 64] = std::array::from_fn(|_| AtomicU64::new(0));
    thread::scope(|s| {
        for i in 0..threads {
            let slot = &slots[i % 64];
            s.spawn(move || {
                for _ in 0..times {
                    let v = slot.load(Ordering::Relaxed);
                    slot.store(v + 1, Ordering::Relaxed);
                }
            });
        }
    });
    slots.iter().map(|s| s.load(Ordering::Relaxed)).sum()
}
