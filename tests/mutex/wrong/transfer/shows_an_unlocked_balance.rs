//! 옮길 때는 잠그지만, 잔액은 잠그지 않고 읽습니다. 읽기만 하면 잠글 것이 없다고 여긴 것입니다.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

pub struct Account {
    number: u32,
    moving: Mutex<()>,
    balance: AtomicU64,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, moving: Mutex::new(()), balance: AtomicU64::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        self.balance.load(SeqCst)
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let mut both = [from, to];
    both.sort_by_key(|account| account.number);
    let _moving = both.map(|account| account.moving.lock());
    if from.balance.load(SeqCst) < amount {
        return Err(TransferError::NotEnough);
    }
    from.balance.fetch_sub(amount, SeqCst);
    to.balance.fetch_add(amount, SeqCst);
    Ok(())
}
