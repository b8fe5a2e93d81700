//! 결과를 이름으로 찾으므로, 이름이 같은 작업은 나중 결과만 남습니다.

use std::any::Any;
use std::collections::HashMap;
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
    let names: Vec<String> = jobs.iter().map(|j| j.0.clone()).collect();
    let handles: Vec<_> = jobs.into_iter().map(|(n, j)| (n, thread::spawn(j))).collect();
    let mut done: HashMap<String, Result<String, String>> =
        handles.into_iter().map(|(n, h)| (n, h.join().map_err(|e| text(&*e)))).collect();
    names
        .into_iter()
        .map(|name| match done.get_mut(&name).unwrap() {
            Ok(r) => Ok(r.clone()),
            Err(m) => Err(Failed { message: m.clone(), name }),
        })
        .collect()
}
