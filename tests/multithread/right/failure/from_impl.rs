//! 패닉 값을 `From`으로 바꿉니다.

use std::any::Any;
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() -> String + Send>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

struct Message(String);

impl From<Box<dyn Any + Send>> for Message {
    fn from(payload: Box<dyn Any + Send>) -> Self {
        let payload = match payload.downcast::<String>() {
            Ok(text) => return Self(*text),
            Err(payload) => payload,
        };
        payload
            .downcast::<&'static str>()
            .map_or_else(|_| Self(NO_MESSAGE.to_string()), |text| Self(text.to_string()))
    }
}

struct Running {
    name: String,
    handle: JoinHandle<String>,
}

impl Running {
    fn start((name, job): (String, Job)) -> Self {
        Self { name, handle: thread::spawn(job) }
    }

    fn finish(self) -> Result<String, Failed> {
        let Self { name, handle } = self;
        handle.join().map_err(|payload| Failed { name, message: Message::from(payload).0 })
    }
}

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let running: Vec<Running> = jobs.into_iter().map(Running::start).collect();
    running.into_iter().map(Running::finish).collect()
}
