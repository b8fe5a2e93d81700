//! 계좌를 `RwLock`으로 지켜서, 잔액을 읽는 스레드끼리는 기다리지 않습니다.

use parking_lot::RwLock;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

pub struct Account {
    number: u32,
    balance: RwLock<u64>,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: RwLock::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        *self.balance.read()
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let (mut from_balance, mut to_balance);
    if from.number < to.number {
        from_balance = from.balance.write();
        to_balance = to.balance.write();
    } else {
        to_balance = to.balance.write();
        from_balance = from.balance.write();
    }
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
