//! 한 칸짜리 채널이 잠금입니다. 칸에 넣으며 잠그고, `Drop`에서 빼며 풉니다.

use crossbeam::channel::{self, Receiver};
use crossbeam::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

struct Turn(Receiver<()>);

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = self.0.try_recv();
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (enter, leave) = channel::bounded(1);
    let _ = thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            let (enter, leave) = (enter.clone(), leave.clone());
            scope.spawn(move |_| {
                let _turn = thread_safe.then(|| {
                    enter.send(()).unwrap();
                    Turn(leave)
                });
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            });
        }
    });
}
