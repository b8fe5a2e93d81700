//! 받는 쪽에 먼저 더하고, 모자라면 오류를 돌려줍니다. 파이썬의 예외처럼 앞의 일이 없던 일이 된다고 여긴 것입니다.

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
    *to_balance += amount;
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    Ok(())
}
