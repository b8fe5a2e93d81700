//! 결과는 채널로 받고 `join`은 `scope`에 맡깁니다. `scope`가 패닉을 이어받습니다.

use std::sync::mpsc;
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
    let mut results: Vec<_> = jobs
        .iter()
        .map(|(name, _)| Err(Failed { name: name.clone(), message: NO_MESSAGE.to_owned() }))
        .collect();
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for (number, (_, job)) in jobs.into_iter().enumerate() {
            let sender = sender.clone();
            scope.spawn(move || sender.send((number, job())).unwrap());
        }
        drop(sender);
        for (number, result) in receiver {
            results[number] = Ok(result);
        }
    });
    results
}
