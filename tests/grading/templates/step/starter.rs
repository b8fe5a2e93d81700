//! {{title}}
//!
//! 채울 것: 파이썬에서는 어떻게 하고, Rust에서는 무엇이 다른지 적습니다.

/// 채울 것: 이 함수의 약속을 적습니다.
pub fn {{step}}(number: usize) -> usize {
    todo!("채울 것: {number}로 할 일을 적으세요.")
}
