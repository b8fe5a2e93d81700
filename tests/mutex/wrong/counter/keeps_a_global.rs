//! 전역 변수에 셉니다. 파이썬의 `global total`처럼 썼지만, 다음에 부를 때도 앞의 값이 남아 있습니다.

use std::sync::Mutex;
use std::thread;

static TOTAL: Mutex<u64> = Mutex::new(0);

pub fn count(threads: usize, times: usize) -> u64 {
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
