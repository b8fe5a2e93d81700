//! 교착 상태(deadlock)와 잠금 순서
//!
//! 계좌마다 잠금이 하나씩 있으면 상관없는 이체끼리 기다리지 않습니다. 대신 이체 하나가 잠금 둘을 쥐어야 하고,
//! 둘이 서로의 잠금을 기다리면 아무도 나아가지 못합니다.
//! 파이썬에서도 `with from_lock, to_lock:`은 적힌 차례로 잠그므로 똑같이 멈춥니다. `RLock`은 같은 스레드가 다시 잠그는 것만
//! 허락할 뿐입니다. Rust의 `Mutex`는 그것도 허락하지 않아서, 두 번 잠근 스레드는 자기 자신을 기다립니다.

use parking_lot::Mutex;

/// 이체하지 못한 까닭입니다.
#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    /// 보내는 계좌의 돈이 모자랍니다.
    NotEnough,
    /// 보내는 계좌와 받는 계좌가 같습니다.
    SameAccount,
}

/// 제 잠금을 가진 계좌입니다. 번호는 저마다 다릅니다.
pub struct Account {
    number: u32,
    balance: Mutex<u64>,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: Mutex::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        *self.balance.lock()
    }
}

/// `from`에서 `to`로 `amount`원을 옮깁니다. 0원도 옮깁니다. 두 잔액의 합은 `u64`를 넘지 않습니다.
///
/// - 옮기지 못하면 까닭을 돌려주고, 두 계좌는 그대로입니다. 다른 이체가 쓰고 있는 계좌는 기다립니다.
/// - 보내는 계좌와 받는 계좌가 같으면 금액이 얼마든 `SameAccount`입니다.
/// - 옮기는 도중의 모습은 아무도 보지 못합니다. 보낸 계좌에서 빠진 돈은 받는 계좌에 이미 있습니다.
/// - 누가 누구에게 동시에 보내든 멈추지 않습니다.
/// - 계좌가 겹치지 않는 이체는 서로 기다리지 않습니다. 한쪽이 제 계좌를 기다리고 있어도 같습니다.
pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    todo!("from({}번)에서 to({}번)로 amount({amount})원을 옮기세요.", from.number, to.number)
}
