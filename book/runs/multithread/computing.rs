//! 1초짜리 계산 둘을 스레드 둘이 합니다. 몇 초가 걸리는지는 프로세서의 수가 정합니다.

use std::thread;
use std::time::Duration;

pub fn run() {
    let computing = ["홀수", "짝수"].map(|name| {
        let compute = || interleave::compute(Duration::from_secs(1));
        thread::Builder::new().name(name.into()).spawn(compute).unwrap()
    });
    for thread in computing {
        thread.join().unwrap();
    }
}
