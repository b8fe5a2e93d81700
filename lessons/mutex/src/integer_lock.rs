//! 정수 하나로 만드는 잠금
//!
//! 뮤텍스는 정수로 볼 수 있습니다. 1을 빼며 잠그고, 1을 더하며 풉니다. 뺄 것이 없으면 생길 때까지 기다립니다.
//! 파이썬에서는 `threading.Condition`의 `wait`와 `notify`로 기다리고 깨웁니다. `Condition`은 잠금을 안에 품지만 Rust의 조건
//! 변수(condition variable)는 품지 않습니다. `parking_lot`에서는 `wait(&mut guard)`로 가드를 빌려주고, `std`에서는 `wait(guard)`로
//! 건넸다가 돌려받습니다. 이 잠금에는 파이썬의 `Lock`처럼 주인이 없어서, 잠근 스레드가 아니어도 풀 수 있습니다.

use parking_lot::Mutex;

/// 잠기지 않은 것을 풀려고 했습니다. 파이썬이라면 `RuntimeError`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

/// 정수 하나로 만든 잠금입니다. 1이면 열려 있고 0이면 잠겨 있으며, 다른 값이 되는 일은 없습니다.
pub struct IntegerLock {
    number: Mutex<i32>,
}

impl IntegerLock {
    /// 열린 채로 시작합니다.
    pub fn new() -> Self {
        Self { number: Mutex::new(1) }
    }

    /// 지금의 정수입니다.
    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    /// 1을 빼며 잠급니다. 이미 잠겼으면, 누가 잠갔든 풀릴 때까지 잠들어 기다립니다.
    pub fn acquire(&self) {
        todo!("정수가 1이 될 때까지 잠들어 기다렸다가 1을 빼세요.")
    }

    /// 1을 더하며 풀고, 기다리던 스레드를 깨웁니다. 잠겨 있지 않으면 아무것도 바꾸지 않고 오류를 돌려줍니다.
    pub fn release(&self) -> Result<(), NotAcquired> {
        todo!("잠겨 있으면 1을 더하고 기다리던 스레드를 깨우세요. 아니면 NotAcquired를 돌려주세요.")
    }
}
