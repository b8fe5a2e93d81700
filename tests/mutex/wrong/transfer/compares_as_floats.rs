//! 금액을 실수로 바꾸어 견주므로, 1원 모자라는 큰 금액을 모자라지 않다고 봅니다.

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
    let (mut a, mut b);
    if from.number < to.number {
        a = from.balance.lock();
        b = to.balance.lock();
    } else {
        b = to.balance.lock();
        a = from.balance.lock();
    }
    if (*a as f64) < amount as f64 {
        return Err(TransferError::NotEnough);
    }
    *a = a.wrapping_sub(amount);
    *b += amount;
    Ok(())
}
