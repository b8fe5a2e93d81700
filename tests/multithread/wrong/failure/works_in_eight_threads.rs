//! 스레드 여덟 개가 작업을 나누어 맡습니다.

use std::any::Any;
use std::sync::Mutex;
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
    let count = jobs.len();
    let jobs = Mutex::new(jobs.into_iter().enumerate());
    let results = Mutex::new((0..count).map(|_| None).collect::<Vec<_>>());
    thread::scope(|scope| {
        for _ in 0..count.min(8) {
            scope.spawn(|| {
                loop {
                    let Some((number, (name, job))) = jobs.lock().unwrap().next() else { break };
                    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
                    let result = ended.map_err(|failure| Failed { name, message: message(&*failure) });
                    results.lock().unwrap()[number] = Some(result);
                }
            });
        }
    });
    results.into_inner().unwrap().into_iter().flatten().collect()
}

fn message(failure: &(dyn Any + Send)) -> String {
    if let Some(text) = failure.downcast_ref::<&str>() {
        return text.to_string();
    }
    failure.downcast_ref::<String>().cloned().unwrap_or_else(|| NO_MESSAGE.to_owned())
}
