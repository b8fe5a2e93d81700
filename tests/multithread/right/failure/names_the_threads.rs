//! 스레드에 작업의 이름을 붙이고, 실패하면 핸들에게 이름을 묻습니다.

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
    let start = |(name, job)| thread::Builder::new().name(name).spawn(job).unwrap();
    let threads: Vec<_> = jobs.into_iter().map(start).collect();
    let mut results = Vec::with_capacity(threads.len());
    for thread in threads {
        let name = thread.thread().name().unwrap().to_owned();
        results.push(thread.join().map_err(|failure| {
            let message = match failure.downcast::<String>() {
                Ok(text) => *text,
                Err(failure) => {
                    failure.downcast::<&str>().map_or(NO_MESSAGE.to_owned(), |text| text.to_string())
                }
            };
            Failed { name, message }
        }));
    }
    results
}
