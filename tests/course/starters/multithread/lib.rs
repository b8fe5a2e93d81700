//! 멀티스레드(multithread): 위에서부터 한 단계씩 풉니다.

// 검사는 `unsafe`로 하는 일을 보지 못합니다. 이 단계들은 모두 안전한 Rust로 풉니다.
#![forbid(unsafe_code)]

/// 띄우고 모으기
pub mod spawn;

/// 제 스택, 함께 쓰는 힙
pub mod stack_and_heap;

/// 동시성: 기다림이 겹칩니다
pub mod overlap;

/// 병렬성: 나누어 계산하고 모으기
pub mod parallel_sum;

/// 멈출 줄 아는 스레드
pub mod background;

/// 스레드의 실패
pub mod failure;
