//! 참조가 놓인 자리로 차례를 정합니다. 파이썬의 `id(account)`처럼 계좌마다 다른 값이라고 여겼지만, 제 매개변수의 자리일 뿐입니다.

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
    let (mut from_balance, mut to_balance);
    if &raw const from < &raw const to {
        from_balance = from.balance.lock();
        to_balance = to.balance.lock();
    } else {
        to_balance = to.balance.lock();
        from_balance = from.balance.lock();
    }
    *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *to_balance += amount;
    Ok(())
}
