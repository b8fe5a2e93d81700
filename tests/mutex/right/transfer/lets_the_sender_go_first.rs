//! 둘 다 잠근 뒤에는 보내는 쪽을 먼저 놓아도 됩니다. 받는 쪽이 아직 잠겨 있어 도중이 보이지 않습니다.

use std::cmp::Ordering;

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
    match from.number.cmp(&to.number) {
        Ordering::Equal => return Err(TransferError::SameAccount),
        Ordering::Less => {
            from_balance = from.balance.lock();
            to_balance = to.balance.lock();
        }
        Ordering::Greater => {
            to_balance = to.balance.lock();
            from_balance = from.balance.lock();
        }
    }
    if *from_balance < amount {
        return Err(TransferError::NotEnough);
    }
    *from_balance -= amount;
    drop(from_balance);
    *to_balance += amount;
    Ok(())
}
