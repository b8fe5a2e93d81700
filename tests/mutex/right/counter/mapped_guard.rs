//! 묶음 가운데 한 칸만 가리키는 가드로 더합니다.

use std::thread;

use parking_lot::{MappedMutexGuard, Mutex, MutexGuard};

#[derive(Default)]
struct Board {
    total: u64,
}

impl Board {
    fn total(board: &Mutex<Board>) -> MappedMutexGuard<'_, u64> {
        MutexGuard::map(board.lock(), |board| &mut board.total)
    }
}

pub fn count(threads: usize, times: usize) -> u64 {
    let board = Mutex::new(Board::default());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    *Board::total(&board) += 1;
                }
            });
        }
    });
    board.into_inner().total
}
