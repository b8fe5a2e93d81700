//! 처음 쓸 때 만들어지는 `std`의 잠금입니다. 패닉 표시는 지우고 이어 갑니다.

use std::sync::{LazyLock, Mutex, MutexGuard};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

static SCREEN: LazyLock<Mutex<()>> = LazyLock::new(|| Mutex::new(()));

fn screen() -> MutexGuard<'static, ()> {
    match SCREEN.lock() {
        Ok(guard) => guard,
        Err(poisoned) => {
            SCREEN.clear_poison();
            poisoned.into_inner()
        }
    }
}

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let workers: Vec<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(number, job)| {
            thread::spawn(move || {
                let _guard = thread_safe.then(screen);
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            })
        })
        .collect();
    for worker in workers {
        let _ = worker.join();
    }
}
