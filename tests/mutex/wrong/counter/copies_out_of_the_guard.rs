//! 가드를 쥔 채로 값의 복사본에 더합니다. 가드 안의 값은 그대로입니다.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let guard = total.lock().unwrap();
                    let mut value = *guard;
                    value += 1;
                    let _ = value;
                }
            });
        }
    });
    total.into_inner().unwrap()
}
