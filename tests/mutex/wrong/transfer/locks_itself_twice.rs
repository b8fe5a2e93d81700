//! 같은 계좌인지 보지 않아 같은 잠금을 두 번 잠급니다. 파이썬의 `RLock`처럼 다시 들어갈 수 있다고 여긴 것입니다.

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
    let (mut from_balance, mut to_balance);
    if from.number <= to.number {
        from_balance = from.balance.lock();
        to_balance = to.balance.lock();
    } else {
        to_balance = to.balance.lock();
        from_balance = from.balance.lock();
    }
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
