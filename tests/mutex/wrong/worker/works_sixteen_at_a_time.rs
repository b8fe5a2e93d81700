//! 열여섯 스레드씩 띄우고 기다립니다. 작업마다 스레드가 있으면 한꺼번에 있지 않아도 된다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let console = Mutex::new(());
    let mut jobs = jobs.into_iter().enumerate();
    while jobs.len() > 0 {
        thread::scope(|scope| {
            let threads: Vec<_> = jobs
                .by_ref()
                .take(16)
                .map(|(number, job)| {
                    let console = &console;
                    scope.spawn(move || {
                        let _guard = thread_safe.then(|| console.lock());
                        println!("작업 {number} 시작");
                        let result = job();
                        println!("작업 {number} 끝: {result}");
                    })
                })
                .collect();
            for thread in threads {
                let _ = thread.join();
            }
        });
    }
}
