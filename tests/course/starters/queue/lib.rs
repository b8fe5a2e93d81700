//! 큐(queue): 위에서부터 한 단계씩 풉니다.

// 검사는 `unsafe`로 하는 일을 보지 못합니다. 이 단계들은 모두 안전한 Rust로 풉니다.
#![forbid(unsafe_code)]

/// 비면 기다리는 큐
pub mod fifo;

/// 가득 차면 기다리는 큐
pub mod bounded;

/// 다 끝날 때까지 기다리기
pub mod task_done;

/// 일꾼과 채널
pub mod workers;

/// 큐의 문 닫기
pub mod shutdown;

/// 두 단계와 배압
pub mod pipeline;
