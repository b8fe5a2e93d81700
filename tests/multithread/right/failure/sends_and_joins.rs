//! 결과는 채널로 받고, 패닉한 까닭은 `join`에서 받습니다.

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
    let (tx, rx) = crossbeam::channel::bounded(jobs.len());
    let mut out: Vec<Result<String, Failed>> =
        jobs.iter().map(|(n, _)| Err(Failed { name: n.clone(), message: NO_MESSAGE.to_string() })).collect();
    let handles: Vec<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(i, (_, j))| {
            let tx = tx.clone();
            thread::spawn(move || {
                let r = j();
                tx.send((i, r)).unwrap();
            })
        })
        .collect();
    drop(tx);
    for (i, r) in rx {
        out[i] = Ok(r);
    }
    for (h, slot) in handles.into_iter().zip(&mut out) {
        if let (Err(e), Err(f)) = (h.join(), slot) {
            f.message = text(&*e);
        }
    }
    out
}
