//! 숫자로 패닉하면 그 숫자를 메시지로 만듭니다.

use std::any::Any;
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
    let handles: Vec<_> = jobs.into_iter().map(|(n, j)| (n, thread::spawn(j))).collect();
    handles
        .into_iter()
        .map(|(name, h)| {
            h.join().map_err(|e| {
                let message = if let Some(n) = e.downcast_ref::<i32>() {
                    n.to_string()
                } else if let Some(n) = e.downcast_ref::<u64>() {
                    n.to_string()
                } else {
                    text(&*e)
                };
                Failed { name, message }
            })
        })
        .collect()
}
