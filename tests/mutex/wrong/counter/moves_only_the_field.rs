//! `move`한 닫힘 함수가 구조체를 통째로 가져간다고 여겼습니다. 쓴 필드 하나만 복사해 가므로, 합계에는 늘 0을 더합니다.

use std::thread;

use parking_lot::Mutex;

struct Share<'a> {
    total: &'a Mutex<u64>,
    mine: u64,
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.total.lock() += self.mine;
    }
}

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            let mut share = Share { total: &total, mine: 0 };
            scope.spawn(move || (0..times).for_each(|_| share.mine += 1));
        }
    });
    total.into_inner()
}
