//! `parking_lot`: 번호로 줄을 세워 잠그고, 어느 쪽이 보내는 쪽인지 되찾습니다.

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
    let (first, second) = if from.number < to.number { (from, to) } else { (to, from) };
    let first_guard = first.balance.lock();
    let second_guard = second.balance.lock();
    let (mut from_guard, mut to_guard) =
        if first.number == from.number { (first_guard, second_guard) } else { (second_guard, first_guard) };
    if *from_guard < amount {
        return Err(TransferError::NotEnough);
    }
    *from_guard -= amount;
    *to_guard += amount;
    Ok(())
}
