//! 뮤텍스(mutex): 위에서부터 한 단계씩 풉니다.

// 검사는 `unsafe`로 하는 일을 보지 못합니다. 이 단계들은 모두 안전한 Rust로 풉니다.
#![forbid(unsafe_code)]

/// 경쟁 상태와 임계 구역
pub mod counter;

/// 잠그고, 일하고, 반드시 풀기
pub mod worker;

/// 정수 하나로 만드는 잠금
pub mod integer_lock;

/// 교착 상태와 잠금 순서
pub mod transfer;

/// 기다림의 한도
pub mod patience;

/// 가드의 수명
pub mod cache;
