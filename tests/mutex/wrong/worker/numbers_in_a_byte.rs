//! 작업의 번호를 한 바이트로 매겨서, 257번째 작업이 다시 0번이 됩니다.

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = parking_lot::Mutex::new(());
    let mut n = 0u8;
    thread::scope(|scope| {
        let mut threads = vec![];
        for j in jobs {
            let i = n;
            n = n.wrapping_add(1);
            let lock = &lock;
            threads.push(scope.spawn(move || {
                let _g = thread_safe.then(|| lock.lock());
                println!("작업 {i} 시작");
                let result = j();
                println!("작업 {i} 끝: {result}");
            }));
        }
        for h in threads {
            let _ = h.join();
        }
    });
}
