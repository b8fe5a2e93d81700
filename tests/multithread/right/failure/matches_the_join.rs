//! 반복문과 `match`로 `join`의 결과를 나눕니다.

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
        threads.push((name, thread::spawn(job)));
    }
    let mut results = Vec::new();
    for (name, thread) in threads {
        match thread.join() {
            Ok(result) => results.push(Ok(result)),
            Err(failure) => {
                let message = if let Some(text) = failure.downcast_ref::<&str>() {
                    (*text).to_owned()
                } else if let Some(text) = failure.downcast_ref::<String>() {
                    text.clone()
                } else {
                    NO_MESSAGE.to_owned()
                };
                results.push(Err(Failed { name, message }));
            }
        }
    }
    results
}
