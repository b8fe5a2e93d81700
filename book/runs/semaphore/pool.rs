//! 스레드 열이 허가 셋을 나누어 씁니다. 1초씩 쓰면 모두 4초가 걸립니다.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

pub fn run() {
    let (permits, returned) = (Mutex::new(3), Condvar::new());
    thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| {
                let mut left = returned.wait_while(permits.lock().unwrap(), |left| *left == 0).unwrap();
                *left -= 1;
                drop(left);
                thread::sleep(Duration::from_secs(1));
                *permits.lock().unwrap() += 1;
                returned.notify_one();
            });
        }
    });
}
