//! 패닉의 메시지를 한 곳에 적었다가 다시 읽습니다. 그사이 다른 작업이 패닉하면 그 메시지를 읽습니다.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

fn text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or(payload.downcast_ref::<&str>().copied()).unwrap_or(NO_MESSAGE)
}

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let last = Arc::new(Mutex::new(String::new()));
    let mut threads = Vec::new();
    for (name, job) in jobs {
        let last = Arc::clone(&last);
        let work = move || {
            let result = catch_unwind(AssertUnwindSafe(job));
            result.map_err(|payload| {
                *last.lock().unwrap() = text(&*payload).to_owned();
                let message = last.lock().unwrap().clone();
                Failed { name, message }
            })
        };
        threads.push(thread::spawn(work));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
