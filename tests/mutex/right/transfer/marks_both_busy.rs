//! 쓰고 있는 계좌의 목록을 은행이 지니고, 두 계좌가 모두 빌 때까지 기다립니다.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NotEnough,
    SameAccount,
}

struct Bank {
    busy: Mutex<BTreeSet<u32>>,
    freed: Condvar,
}

static BANK: Bank = Bank { busy: Mutex::new(BTreeSet::new()), freed: Condvar::new() };

struct Using<'a>(&'a [u32]);

fn use_all(numbers: &[u32]) -> Using<'_> {
    let mut busy = BANK.busy.lock();
    BANK.freed.wait_while(&mut busy, |busy| numbers.iter().any(|number| busy.contains(number)));
    busy.extend(numbers);
    Using(numbers)
}

impl Drop for Using<'_> {
    fn drop(&mut self) {
        BANK.busy.lock().retain(|number| !self.0.contains(number));
        BANK.freed.notify_all();
    }
}

pub struct Account {
    number: u32,
    balance: AtomicU64,
}

impl Account {
    pub fn new(number: u32, balance: u64) -> Self {
        Self { number, balance: AtomicU64::new(balance) }
    }

    pub fn balance(&self) -> u64 {
        let numbers = [self.number];
        let _using = use_all(&numbers);
        self.balance.load(SeqCst)
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let numbers = [from.number, to.number];
    let _using = use_all(&numbers);
    let rest = from.balance.load(SeqCst).checked_sub(amount).ok_or(TransferError::NotEnough)?;
    from.balance.store(rest, SeqCst);
    to.balance.fetch_add(amount, SeqCst);
    Ok(())
}
