//! 자리의 번호를 한 바이트에 담아서, 257번째 작업의 결과가 첫째 자리에 섞입니다.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
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

pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let (sender, receiver) = mpsc::channel();
    let mut threads = vec![];
    for (i, (name, j)) in jobs.into_iter().enumerate() {
        let sender = sender.clone();
        threads.push(thread::spawn(move || {
            sender
                .send((
                    i as u8,
                    panic::catch_unwind(AssertUnwindSafe(j)).map_err(|e| Failed { name, message: text(e) }),
                ))
                .unwrap()
        }));
    }
    drop(sender);
    let mut result: Vec<_> = receiver.iter().collect();
    for h in threads {
        h.join().unwrap();
    }
    result.sort_by_key(|x| x.0);
    result.into_iter().map(|x| x.1).collect()
}
