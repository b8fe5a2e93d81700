//! 결과는 제 칸에 남기고, 비어 있는 칸의 까닭을 `join`에서 받습니다.

use std::any::Any;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

fn text(e: &(dyn Any + Send)) -> String {
    e.downcast_ref::<String>()
        .cloned()
        .or_else(|| e.downcast_ref::<&str>().map(|s| s.to_string()))
        .unwrap_or_else(|| NO_MESSAGE.into())
}

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let done: Arc<Mutex<Vec<Option<String>>>> = Arc::new(Mutex::new(vec![None; jobs.len()]));
    let threads = jobs
        .into_iter()
        .enumerate()
        .map(|(index, (name, job))| {
            let done = done.clone();
            (
                name,
                thread::spawn(move || {
                    let result = job();
                    done.lock().unwrap()[index] = Some(result);
                }),
            )
        })
        .collect::<Vec<_>>();
    let causes = threads.into_iter().map(|(name, thread)| (name, thread.join().err())).collect::<Vec<_>>();
    let mut done = done.lock().unwrap();
    causes
        .into_iter()
        .zip(done.iter_mut())
        .map(|((name, cause), result)| {
            result.take().ok_or_else(|| Failed { message: text(&*cause.unwrap()), name })
        })
        .collect()
}
