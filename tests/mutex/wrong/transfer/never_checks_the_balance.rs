//! 모자라는지 보지 않고 뺍니다. 파이썬의 정수처럼 0보다 작아지면 나중에 알 수 있다고 여긴 것입니다.

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
    *from_balance -= amount;
    *to_balance += amount;
    Ok(())
}
