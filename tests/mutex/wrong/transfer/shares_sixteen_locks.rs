//! 잠금 열여섯을 번호로 나누어 씁니다. 파이썬의 `locks[number % 16]`처럼 쓰면, 같은 잠금을 쓰는 남남끼리 기다리고 스스로도 기다립니다.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

static LOCKS: [Mutex<()>; 16] = [const { Mutex::new(()) }; 16];

pub struct Account {
    number: u32,
    balance: AtomicU64,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: AtomicU64::new(balance) }
    }

    fn lock(&self) -> &'static Mutex<()> {
        &LOCKS[self.number as usize % LOCKS.len()]
    }

    pub fn balance(&self) -> u64 {
        let _guard = self.lock().lock();
        self.balance.load(SeqCst)
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let mut both = [from, to];
    both.sort_by_key(|account| account.number as usize % LOCKS.len());
    let _guards = both.map(|account| account.lock().lock());
    if from.balance.load(SeqCst) < amount {
        return Err(TransferError::NotEnough);
    }
    from.balance.fetch_sub(amount, SeqCst);
    to.balance.fetch_add(amount, SeqCst);
    Ok(())
}
