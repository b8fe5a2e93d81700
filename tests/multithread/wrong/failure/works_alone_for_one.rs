//! 작업이 하나뿐이면 스레드를 띄우지 않고 직접 합니다.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    pub name: String,
    pub message: String,
}

pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";
fn text(e: Box<dyn Any + Send>) -> String {
    e.downcast_ref::<String>()
        .cloned()
        .or_else(|| e.downcast_ref::<&'static str>().map(|s| s.to_string()))
        .unwrap_or_else(|| NO_MESSAGE.to_string())
}

pub fn run(mut jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    if jobs.len() == 1 {
        let (name, j) = jobs.pop().unwrap();
        return vec![panic::catch_unwind(AssertUnwindSafe(j)).map_err(|e| Failed { name, message: text(e) })];
    }
    let t: Vec<_> = jobs.into_iter().map(|(n, j)| (n, thread::spawn(j))).collect();
    t.into_iter().map(|(name, t)| t.join().map_err(|e| Failed { name, message: text(e) })).collect()
}
