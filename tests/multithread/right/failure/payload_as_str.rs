//! `PanicHookInfo`가 하듯, 두 타입을 한 함수에서 차례로 묻습니다.

use std::any::Any;
use std::thread;

/// 스레드 하나가 맡는 작업입니다. `job()`으로 부르고, 패닉할 수도 있습니다.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// 작업 하나의 실패입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    /// 실패한 작업의 이름
    pub name: String,
    /// `panic!`에 적힌 글. 글이 아니면 [`NO_MESSAGE`]
    pub message: String,
}

/// 글 없이 패닉했을 때의 메시지입니다.
pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let mut threads = Vec::new();
    for (name, job) in jobs {
        threads.push((name, thread::spawn(move || job())));
    }
    let mut results = Vec::new();
    while let Some((name, thread)) = threads.pop() {
        let failed = |failure: Box<dyn Any + Send>| Failed { name, message: text(&failure).to_owned() };
        results.push(thread.join().map_err(failed));
    }
    results.reverse();
    results
}

fn text(failure: &Box<dyn Any + Send>) -> &str {
    let owned = failure.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| failure.downcast_ref().copied()).unwrap_or(NO_MESSAGE)
}
