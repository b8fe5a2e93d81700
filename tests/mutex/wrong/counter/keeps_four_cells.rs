//! 칸 넷을 스레드들이 나누어 쓰며 읽기와 쓰기를 따로 하므로, 다섯째 스레드부터 같은 칸에서 값을 잃습니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let cells = [const { AtomicU64::new(0) }; 4];
    thread::scope(|scope| {
        for number in 0..threads {
            let cell = &cells[number % 4];
            scope.spawn(move || {
                for _ in 0..times {
                    cell.store(cell.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
                }
            });
        }
    });
    cells.into_iter().map(AtomicU64::into_inner).sum()
}
