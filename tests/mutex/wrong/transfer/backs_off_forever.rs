//! 둘째 잠금을 못 얻으면 첫째를 풀고 처음부터 다시 합니다. 서로 양보하기만 하고 아무도 나아가지 못할 수 있습니다.

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
    loop {
        let mut from_balance = from.balance.lock();
        let Some(mut to_balance) = to.balance.try_lock() else {
            continue;
        };
        *from_balance = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
        *to_balance += amount;
        return Ok(());
    }
}
