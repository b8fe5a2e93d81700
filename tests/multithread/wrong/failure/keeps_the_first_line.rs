//! 메시지의 첫 줄만 남깁니다.

use std::any::Any;
use std::thread;

/// 스레드 하나가 맡는 작업입니다. `job()`으로 부르고, 패닉할 수도 있습니다.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// 작업 하나의 실패입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    /// 실패한 작업의 이름
    pub name: String,
    /// `panic!`에 적힌 문자열. 문자열이 아니면 [`NO_MESSAGE`]
    pub message: String,
}

/// 문자열 없이 패닉했을 때의 메시지입니다.
pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let threads: Vec<_> = jobs.into_iter().map(|(name, job)| (name, thread::spawn(job))).collect();
    let results = threads
        .into_iter()
        .map(|(name, thread)| thread.join().map_err(|failure| Failed { name, message: message(&*failure) }));
    results.collect()
}

fn message(failure: &(dyn Any + Send)) -> String {
    if let Some(text) = failure.downcast_ref::<&str>() {
        return text.to_string();
    }
    let text = failure.downcast_ref::<String>();
    text.map_or(NO_MESSAGE, |text| text.lines().next().unwrap_or_default()).to_owned()
}
