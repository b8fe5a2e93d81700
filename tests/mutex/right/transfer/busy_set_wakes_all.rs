//! 쓰고 있는 계좌의 집합을 두고, 다 쓰면 모두 깨웁니다.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex};

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
        let mine = [self.number];
        let _in_use = InUse::enter(&mine);
        *self.balance.lock().unwrap()
    }
}

static BUSY: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());
static FREED: Condvar = Condvar::new();

struct InUse<'a>(&'a [u32]);

impl<'a> InUse<'a> {
    fn enter(numbers: &'a [u32]) -> Self {
        let taken = |busy: &mut BTreeSet<u32>| numbers.iter().any(|number| busy.contains(number));
        let mut busy = FREED
            .wait_while(BUSY.lock().unwrap_or_else(|p| p.into_inner()), taken)
            .unwrap_or_else(|p| p.into_inner());
        busy.extend(numbers);
        Self(numbers)
    }
}

impl Drop for InUse<'_> {
    fn drop(&mut self) {
        let mut busy = BUSY.lock().unwrap_or_else(|p| p.into_inner());
        for number in self.0 {
            busy.remove(number);
        }
        FREED.notify_all();
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let numbers = [from.number, to.number];
    let _in_use = InUse::enter(&numbers);
    let mut left = from.balance.lock().unwrap_or_else(|p| p.into_inner());
    if *left < amount {
        return Err(TransferError::NotEnough);
    }
    *left -= amount;
    *to.balance.lock().unwrap_or_else(|p| p.into_inner()) += amount;
    Ok(())
}
