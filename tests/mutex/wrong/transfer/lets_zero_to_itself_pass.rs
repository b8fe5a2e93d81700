//! 0원이면 계좌를 보지 않고 돌아가므로, 제 계좌로 보내도 오류가 아닙니다.

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
    if amount == 0 {
        return Ok(());
    }
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let (mut a, mut b);
    if from.number < to.number {
        a = from.balance.lock();
        b = to.balance.lock();
    } else {
        b = to.balance.lock();
        a = from.balance.lock();
    }
    if *a < amount {
        return Err(TransferError::NotEnough);
    }
    *a -= amount;
    *b += amount;
    Ok(())
}
