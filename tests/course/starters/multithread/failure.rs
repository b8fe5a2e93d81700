//! 스레드의 실패
//!
//! 파이썬에서 스레드의 예외는 `join()`에 오지 않습니다. 화면에 출력되고 사라지므로, `Future.result()`를 불러야 다시 만납니다.
//! Rust의 `join()`은 `Result`입니다. 패닉하면 `panic!`에 건넨 값이 `Err`에 담겨 옵니다.
//! **`unwrap()`은 남의 실패를 내 실패로 만듭니다. `Err`를 값으로 다루면 한 스레드의 실패로 그칩니다.**
//!
//! - [`JoinHandle::join`](std::thread::JoinHandle::join): `Err`에 담긴 것은 무슨 타입이든 될 수 있는 `Box<dyn Any + Send>`입니다.
//! - [`downcast_ref`](std::any::Any): `실패.downcast_ref::<String>()`은 그 타입일 때만 `Some`입니다. `panic!("문자열")`은 `&'static str`을,
//!   `panic!("{값}")`은 `String`을, `panic_any(값)`은 그 값을 담습니다.
//!
//! `thread::scope`는 `join`하지 않은 스레드가 패닉했으면 저도 패닉합니다.

use std::thread;

/// 스레드 하나가 맡는 작업입니다. `job()`으로 부르고, 패닉할 수도 있습니다.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// 작업 하나의 실패입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    /// 실패한 작업의 이름
    pub name: String,
    /// `panic!`에 적힌 문자열. 문자열이 아니면 [`NO_MESSAGE`]
    pub message: String,
}

/// 문자열 없이 패닉했을 때의 메시지입니다.
pub const NO_MESSAGE: &str = "메시지가 없는 패닉입니다.";

/// 이름이 붙은 작업마다 스레드를 하나씩 띄우고, 결과를 `jobs`의 차례대로 돌려줍니다.
///
/// - 패닉한 작업의 자리에는 [`Failed`]가 있습니다. 나머지는 할 일을 마치고, `run`은 평소처럼 돌아옵니다.
/// - 작업들은 겹칩니다. 모두 끝나는 바로 그때, 스레드를 남기지 않고 돌아옵니다.
/// - 표준 출력에 아무것도 쓰지 않습니다. 끝났는지 되풀이해 묻지 않습니다.
///
/// 지금 코드는 작업 하나가 패닉하면 저도 패닉합니다. 고치세요.
pub fn run(jobs: Vec<(String, Job)>) -> Vec<Result<String, Failed>> {
    let threads: Vec<_> = jobs.into_iter().map(|(_, job)| thread::spawn(job)).collect();
    threads.into_iter().map(|thread| Ok(thread.join().unwrap())).collect()
}
