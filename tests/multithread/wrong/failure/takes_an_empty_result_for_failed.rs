//! 빈 결과를 실패로 봅니다.

use std::any::Any;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";
fn text(payload: Box<dyn Any + Send>) -> String {
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast::<&str>().map_or(NO_MESSAGE.to_owned(), |text| text.to_string()),
    }
}

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let t: Vec<_> = jobs.into_iter().map(|(n, j)| (n, thread::spawn(j))).collect();
    t.into_iter()
        .map(|(name, t)| {
            let result = t.join().map_err(text);
            match result {
                Ok(scope) if !scope.is_empty() => Ok(scope),
                Ok(_) => Err(Failed { name, message: NO_MESSAGE.into() }),
                Err(message) => Err(Failed { name, message }),
            }
        })
        .collect()
}
