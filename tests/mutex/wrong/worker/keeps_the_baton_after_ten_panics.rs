//! 차례를 채널로 넘기는데, 열 번째로 패닉하면 넘기지 않습니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (give, take) = channel::bounded(1);
    give.send(0).unwrap();
    let jobs: Vec<_> = jobs.into_iter().enumerate().map(|(n, job)| (n, Mutex::new(Some(job)))).collect();
    thread::scope(|scope| {
        for (number, job) in &jobs {
            let (give, take) = (give.clone(), take.clone());
            scope.spawn(move || {
                let panics = if thread_safe { take.recv().unwrap() } else { 0 };
                println!("작업 {number} 시작");
                let job = job.lock().unwrap().take().unwrap();
                match panic::catch_unwind(AssertUnwindSafe(job)) {
                    Ok(result) => {
                        println!("작업 {number} 끝: {result}");
                        if thread_safe {
                            give.send(panics).unwrap();
                        }
                    }
                    Err(_) if thread_safe && panics < 9 => give.send(panics + 1).unwrap(),
                    Err(_) => {}
                }
            });
        }
    });
}
