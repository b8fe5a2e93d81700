//! 짝수 번호와 홀수 번호가 저마다 잠금을 씁니다. 이웃끼리는 섞여도 된다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let locks = [(); 16].map(|()| Mutex::new(()));
    thread::scope(|scope| {
        let locks = &locks;
        let mut workers = Vec::new();
        for (number, job) in jobs.into_iter().enumerate() {
            workers.push(scope.spawn(move || {
                let _guard = thread_safe.then(|| locks[number / 3 % 16].lock());
                println!("작업 {number} 시작");
                println!("작업 {number} 끝: {}", job());
            }));
        }
        for worker in workers {
            let _ = worker.join();
        }
    });
}
