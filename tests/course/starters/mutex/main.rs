//! 스레드 스무 개가 작업을 하나씩 맡아 두 줄씩 출력합니다. `--unsafe`를 붙이면 잠그지 않습니다.

use lesson_mutex::worker::{Job, run};

const BROKEN: usize = 13;

fn check(number: usize) -> String {
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
