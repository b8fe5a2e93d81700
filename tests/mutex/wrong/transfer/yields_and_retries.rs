//! 둘째 잠금을 못 얻으면 첫째를 풀고 양보한 뒤 다시 합니다. 파이썬의 `time.sleep(0)`처럼 양보하면 기다리는 것이라고 여긴 것입니다.

use std::thread;

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
    loop {
        let mut from_balance = from.balance.lock();
        let Some(mut to_balance) = to.balance.try_lock() else {
            drop(from_balance);
            thread::yield_now();
            continue;
        };
        *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
        *to_balance += amount;
        return Ok(());
    }
}
