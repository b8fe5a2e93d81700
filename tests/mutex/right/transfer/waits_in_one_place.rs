//! 두 잠금을 차례로 쥐는 일을 함수 하나에 맡깁니다.

use parking_lot::{Mutex, MutexGuard};

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

fn lock_both([a, b]: [&Account; 2]) -> [MutexGuard<'_, u64>; 2] {
    if b.number < a.number {
        let [b, a] = lock_both([b, a]);
        return [a, b];
    }
    [a.balance.lock(), b.balance.lock()]
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let [mut from_balance, mut to_balance] = lock_both([from, to]);
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
