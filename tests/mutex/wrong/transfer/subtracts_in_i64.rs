//! `i64`로 빼서 음수인지 봅니다. 파이썬의 정수는 끝이 없지만 `i64`에는 담기지 않는 금액이 있습니다.

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

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

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let (mut from_balance, mut to_balance);
    if from.number < to.number {
        from_balance = from.balance.lock();
        to_balance = to.balance.lock();
    } else {
        to_balance = to.balance.lock();
        from_balance = from.balance.lock();
    }
    let left = (*from_balance as i64).wrapping_sub(amount as i64);
    if left < 0 {
        return Err(TransferError::NotEnough);
    }
    *from_balance = left as u64;
    *to_balance = to_balance.wrapping_add(amount);
    Ok(())
}
