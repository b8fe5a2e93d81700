//! 둘째를 못 잠그면 첫째를 놓고, 이번에는 그 둘째부터 잠들어 기다립니다. C++의 `std::lock`이 쓰는 방법입니다.

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

type Balances<'a> = (MutexGuard<'a, u64>, MutexGuard<'a, u64>);

fn lock_both<'a>(first: &'a Account, second: &'a Account) -> Balances<'a> {
    let first_balance = first.balance.lock();
    if let Some(second_balance) = second.balance.try_lock() {
        return (first_balance, second_balance);
    }
    drop(first_balance);
    let (second_balance, first_balance) = lock_both(second, first);
    (first_balance, second_balance)
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let (mut from_balance, mut to_balance) = lock_both(from, to);
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
