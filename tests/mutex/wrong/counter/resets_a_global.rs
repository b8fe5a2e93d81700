//! 전역 변수를 0으로 되돌리고 셉니다. 파이썬의 `global total`처럼 썼지만, 동시에 부른 쪽이 세던 값까지 지웁니다.

use std::sync::Mutex;
use std::thread;

static TOTAL: Mutex<u64> = Mutex::new(0);

pub fn count(threads: usize, times: usize) -> u64 {
    *TOTAL.lock().unwrap() = 0;
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    *TOTAL.lock().unwrap() += 1;
                }
            });
        }
    });
    *TOTAL.lock().unwrap()
}
