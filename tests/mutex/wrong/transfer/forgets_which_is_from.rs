//! 번호 차례로 잠근 다음, 먼저 잠근 계좌에서 뺍니다. `sorted()`한 뒤에도 첫째가 보내는 쪽이라고 여긴 것입니다.

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
    let mut first_balance = first.balance.lock();
    let mut second_balance = second.balance.lock();
    *first_balance = first_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *second_balance += amount;
    Ok(())
}
