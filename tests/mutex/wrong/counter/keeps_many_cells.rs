//! 칸 128개를 나누어 쓰며 읽기와 쓰기를 따로 하므로, 129번째 스레드부터 같은 칸에서 값을 잃습니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let cells: Vec<AtomicU64> = (0..128).map(|_| AtomicU64::new(0)).collect();
    thread::scope(|scope| {
        for i in 0..threads {
            let c = &cells[i % 128];
            scope.spawn(move || {
                for _ in 0..times {
                    let b = c.load(Ordering::SeqCst);
                    c.store(b + 1, Ordering::SeqCst);
                }
            });
        }
    });
    cells.into_iter().map(|c| c.into_inner()).sum()
}
