//! 결과에 든 따옴표와 역슬래시를 바꾸어 출력합니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = parking_lot::Mutex::new(());
    thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .into_iter()
            .enumerate()
            .map(|(i, j)| {
                let lock = &lock;
                scope.spawn(move || {
                    let _g = thread_safe.then(|| lock.lock());
                    println!("작업 {i} 시작");
                    let result = j();
                    println!("작업 {i} 끝: {}", result.escape_debug());
                })
            })
            .collect();
        for h in threads {
            let _ = h.join();
        }
    });
}
