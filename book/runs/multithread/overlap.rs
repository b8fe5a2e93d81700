//! 모두 띄운 다음 기다립니다. 1초짜리 셋이 1초에 끝납니다.

use std::thread;
use std::time::Duration;

pub fn run() {
    let downloads = ["봄", "여름", "가을"].map(|name| {
        thread::Builder::new().name(name.into()).spawn(|| thread::sleep(Duration::from_secs(1))).unwrap()
    });
    for download in downloads {
        download.join().unwrap();
    }
}
