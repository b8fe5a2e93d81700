//! 번호 대신 메모리 주소로 차례를 정합니다.

use std::ptr;
use std::sync::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

pub struct Account {
    balance: Mutex<u64>,
}

impl Account {
    pub fn new(_number: u32, balance: u64) -> Self {
        Self { balance: Mutex::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        *self.balance.lock().unwrap()
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if ptr::eq(from, to) {
        return Err(TransferError::SameAccount);
    }
    let (mut from_balance, mut to_balance);
    if ptr::from_ref(from) < ptr::from_ref(to) {
        from_balance = from.balance.lock().unwrap();
        to_balance = to.balance.lock().unwrap();
    } else {
        to_balance = to.balance.lock().unwrap();
        from_balance = from.balance.lock().unwrap();
    }
    if *from_balance < amount {
        return Err(TransferError::NotEnough);
    }
    *from_balance -= amount;
    *to_balance += amount;
    drop(from_balance);
    drop(to_balance);
    Ok(())
}
