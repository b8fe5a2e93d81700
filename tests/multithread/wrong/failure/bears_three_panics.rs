//! 셋이 패닉한 뒤로는 작업이 어떻게 끝났든 실패로 칩니다.

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
    let mut bad = 0;
    handles
        .into_iter()
        .map(|(name, h)| {
            let r = h.join();
            if bad >= 3 {
                return Err(Failed { name, message: NO_MESSAGE.into() });
            }
            r.map_err(|e| {
                bad += 1;
                Failed { name, message: text(&*e) }
            })
        })
        .collect()
}
