//! 먼저 더하고 나중에 뺍니다. 돈이 사라져 보이지 않으면 된다고 여겼지만, 그사이에는 돈이 늘어 보입니다.

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
    let mut from_balance = from.balance.lock();
    if *from_balance < amount {
        return Err(TransferError::NotEnough);
    }
    drop(from_balance);
    *to.balance.lock() += amount;
    from_balance = from.balance.lock();
    *from_balance -= amount;
    Ok(())
}
