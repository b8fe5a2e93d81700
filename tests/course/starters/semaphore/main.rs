//! 스레드 열 개가 허가 세 장을 나눠 씁니다. 들어가고 나올 때마다 안에 있는 스레드의 목록을 출력합니다.

use std::thread;
use std::time::Duration;

use lesson_semaphore::pool::run;

fn main() {
    run(10, 3, |_name| thread::sleep(Duration::from_millis(100)));
}
