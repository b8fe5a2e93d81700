//! 바통을 받은 스레드만 일하고, `Drop`에서 다음 스레드에게 넘깁니다.

use std::thread;

use crossbeam::channel::{Receiver, Sender, bounded};

pub type Job = Box<dyn FnOnce() -> String + Send>;

struct Baton(Sender<()>);

impl Drop for Baton {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

fn receive(take: &Receiver<()>, pass: Sender<()>) -> Baton {
    let _ = take.recv();
    Baton(pass)
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let (first, mut take) = bounded(1);
    first.send(()).unwrap();
    thread::scope(|scope| {
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            let (pass, next) = bounded(1);
            let mine = std::mem::replace(&mut take, next);
            workers.push(scope.spawn(move || {
                let _baton = thread_safe.then(|| receive(&mine, pass));
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
