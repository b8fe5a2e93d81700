//! 세마포어(semaphore): 위에서부터 한 단계씩 풉니다.

// 검사는 `unsafe`로 하는 일을 보지 못합니다. 이 단계들은 모두 안전한 Rust로 풉니다.
#![forbid(unsafe_code)]

/// 대기와 신호
pub mod counting;

/// 가드로서의 허가
pub mod permit;

/// 노트의 스레드 풀
pub mod pool;

/// 넘치는 신호와 한도
pub mod bounded;

/// 순서를 정하는 신호
pub mod rendezvous;

/// 세마포어 둘과 뮤텍스 하나
pub mod buffer;
