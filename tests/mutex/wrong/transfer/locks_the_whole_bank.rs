//! 잠금 하나로 모든 이체를 지킵니다. 파이썬 모듈 위쪽의 `lock = Lock()`처럼 하나면 충분하다고 여긴 것입니다.

use crossbeam::atomic::AtomicCell;
use parking_lot::Mutex;

static BANK: Mutex<()> = Mutex::new(());

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

pub struct Account {
    number: u32,
    balance: AtomicCell<u64>,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: AtomicCell::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        let _bank = BANK.lock();
        self.balance.load()
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let _bank = BANK.lock();
    let left = from.balance.load().checked_sub(amount).ok_or(TransferError::NotEnough)?;
    from.balance.store(left);
    to.balance.store(to.balance.load() + amount);
    Ok(())
}
