//! 스레드 스무 개가 작업을 하나씩 맡아 두 줄씩 출력합니다. `--unsafe`를 붙이면 잠그지 않습니다.

use std::thread;
use std::time::Duration;

use lesson_mutex::worker::{Job, run};

const BROKEN: usize = 13;

fn check(number: usize) -> String {
    // 시작 줄과 끝 줄 사이에 잠깐 잡니다. 그사이 다른 스레드가 시작하므로, 잠그지 않으면 줄이 섞입니다.
    thread::sleep(Duration::from_millis(10));
    assert!(number != BROKEN, "자료 {BROKEN}이 깨져 있습니다.");
    format!("자료 {number} 확인")
}

fn main() {
    let thread_safe = !std::env::args().any(|argument| argument == "--unsafe");
    std::panic::set_hook(Box::new(|panic| {
        eprintln!("{}", panic.payload_as_str().unwrap_or("작업이 실패했습니다."));
    }));
    let jobs = (0..20).map(|number| -> Job { Box::new(move || check(number)) });
    run(jobs.collect(), thread_safe);
}
