//! 띄우자마자 기다려서 하나씩 합니다.

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
    let mut results = Vec::new();
    for (name, job) in jobs {
        let ended = thread::spawn(job).join();
        results.push(ended.map_err(|failure| Failed { name, message: message(&*failure) }));
    }
    results
}

fn message(failure: &(dyn Any + Send)) -> String {
    if let Some(text) = failure.downcast_ref::<&str>() {
        return text.to_string();
    }
    failure.downcast_ref::<String>().cloned().unwrap_or_else(|| NO_MESSAGE.to_owned())
}
