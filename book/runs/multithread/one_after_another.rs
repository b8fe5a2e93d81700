//! 띄우자마자 기다립니다. 1초짜리 셋에 3초가 걸립니다.

use std::thread;
use std::time::Duration;

pub fn run() {
    for name in ["봄", "여름", "가을"] {
        let download =
            thread::Builder::new().name(name.into()).spawn(|| thread::sleep(Duration::from_secs(1)));
        download.unwrap().join().unwrap();
    }
}
