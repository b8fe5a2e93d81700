//! 다시 들어갈 수 있는 잠금으로 바꿉니다. 파이썬의 `RLock`이면 교착 상태가 없다고 여긴 것입니다.

use std::cell::Cell;

use parking_lot::ReentrantMutex;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

pub struct Account {
    number: u32,
    balance: ReentrantMutex<Cell<u64>>,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: ReentrantMutex::new(Cell::new(balance)) }
    }

    pub fn balance(&self) -> u64 {
        self.balance.lock().get()
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    let from_balance = from.balance.lock();
    let to_balance = to.balance.lock();
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let left = from_balance.get().checked_sub(amount).ok_or(TransferError::NotEnough)?;
    from_balance.set(left);
    to_balance.set(to_balance.get() + amount);
    Ok(())
}
