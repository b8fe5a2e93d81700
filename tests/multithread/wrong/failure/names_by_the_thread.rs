//! 실패한 작업의 이름을 스레드에게서 읽습니다. 긴 이름은 잘려 있습니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let threads: Vec<_> = jobs
        .into_iter()
        .map(|(name, job)| {
            let short: String = name.chars().take(15).collect();
            thread::Builder::new().name(short).spawn(job).unwrap()
        })
        .collect();
    threads
        .into_iter()
        .map(|thread| {
            let name = thread.thread().name().unwrap_or_default().to_owned();
            thread.join().map_err(|payload| {
                let text = payload.downcast_ref::<String>().cloned();
                let text = text.or_else(|| payload.downcast_ref::<&str>().map(|text| text.to_string()));
                Failed { name, message: text.unwrap_or_else(|| NO_MESSAGE.to_owned()) }
            })
        })
        .collect()
}
