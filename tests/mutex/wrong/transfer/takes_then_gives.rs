//! 빼고 풀고, 잠그고 더합니다. 파이썬에서 `with` 블록 두 개로 나누면 교착 상태만 피한다고 여긴 것입니다.

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
    {
        let mut from_balance = from.balance.lock();
        *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    }
    *to.balance.lock() += amount;
    Ok(())
}
