//! 메시지를 4096바이트에서 자릅니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let threads: Vec<_> = jobs.into_iter().map(|(name, job)| (name, thread::spawn(job))).collect();
    let mut results = Vec::new();
    for (name, thread) in threads {
        results.push(thread.join().map_err(|payload| {
            let message = match payload.downcast::<String>() {
                Ok(text) => text.chars().take(4096).collect(),
                Err(payload) => payload.downcast_ref::<&str>().copied().unwrap_or(NO_MESSAGE).to_owned(),
            };
            Failed { name, message }
        }));
    }
    results
}
