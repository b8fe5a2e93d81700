//! `std`: 번호를 `match`로 견주고, 옮기는 일은 따로 둡니다.

use std::cmp::Ordering;
use std::sync::Mutex;

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
        *self.balance.lock().unwrap()
    }
}

fn shift(from: &mut u64, to: &mut u64, amount: u64) -> Result<(), TransferError> {
    *from = from.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to += amount;
    Ok(())
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    match from.number.cmp(&to.number) {
        Ordering::Equal => Err(TransferError::SameAccount),
        Ordering::Less => {
            let mut from_balance = from.balance.lock().unwrap();
            shift(&mut from_balance, &mut to.balance.lock().unwrap(), amount)
        }
        Ordering::Greater => {
            let mut to_balance = to.balance.lock().unwrap();
            shift(&mut from.balance.lock().unwrap(), &mut to_balance, amount)
        }
    }
}
