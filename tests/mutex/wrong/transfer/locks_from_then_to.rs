//! 보내는 쪽부터 잠급니다. 파이썬의 `with from_lock, to_lock:`이 둘을 한꺼번에 잠근다고 여긴 것입니다.

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
    let mut from_balance = from.balance.lock();
    let mut to_balance = to.balance.lock();
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
