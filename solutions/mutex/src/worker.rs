//! 잠그고, 일하고, 반드시 풀기
//!
//! 파이썬에서는 `lock.acquire()`와 `lock.release()` 사이를 `try`/`finally`로 감싸거나 `with lock:`을 씁니다.
//! Rust에서는 `lock()`이 돌려주는 가드(guard)가 그 일을 합니다. 가드는 속한 블록이 끝날 때 잠금을 풉니다.
//! 패닉으로 끝나도 풉니다. 파이썬과 다른 점이 둘 있습니다. 변수의 수명이 함수가 아니라 블록이고, 잠근 채로 패닉한 적이
//! 있는 `std::sync::Mutex`는 다음 스레드에게 `Err`로 알립니다.
//!
//! `Job`과 `join`은 멀티스레드의 마지막 단계 `failure`에서 쓴 것과 같습니다. 띄우고 기다리는 코드는 거기에서 가져와도 됩니다.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// 스레드 하나가 맡는 작업입니다. 부르면 결과를 돌려주고, 패닉할 수도 있습니다.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// 작업마다 스레드를 하나씩, 앞의 것이 끝나기를 기다리지 않고 띄웁니다. 모두 끝나면 돌아옵니다.
///
/// 스레드는 0부터 매긴 제 번호로 `작업 0 시작`을 출력하고, 작업을 부르고, `작업 0 끝: 결과`를 출력합니다.
///
/// - `thread_safe`가 `true`면 한 작업의 시작과 끝 사이에 다른 작업의 줄이 끼어들지 않습니다.
/// - `false`면 잠그지 않으므로 작업이 겹치고 줄이 섞일 수 있습니다.
/// - 작업이 패닉하면 그 작업의 끝 줄만 빠집니다. 나머지는 할 일을 마치고, `run`은 평소처럼 돌아옵니다.
pub fn run(jobs: Vec<Job>, thread_safe: bool) {
    let lock = Mutex::new(());
    thread::scope(|scope| {
        let work = |number, job: Job| {
            // 잠금이 지키는 값이 없으므로, 다른 작업이 패닉했다는 표시는 지나쳐도 됩니다.
            let _guard = thread_safe.then(|| lock.lock().unwrap_or_else(PoisonError::into_inner));
            println!("작업 {number} 시작");
            println!("작업 {number} 끝: {}", job());
        };
        let jobs = jobs.into_iter().enumerate();
        let workers: Vec<_> = jobs.map(|(number, job)| scope.spawn(move || work(number, job))).collect();
        for worker in workers {
            // 패닉한 스레드를 `join`하지 않으면 `scope`가 그 패닉을 이어받습니다.
            let _ = worker.join();
        }
    });
}
