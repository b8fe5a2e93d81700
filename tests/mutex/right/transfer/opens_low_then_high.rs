//! 번호가 작은 계좌와 큰 계좌를 차례로 연 것을 한 타입에 담습니다.

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

struct Opened<'a> {
    low: parking_lot::MutexGuard<'a, u64>,
    high: parking_lot::MutexGuard<'a, u64>,
    flipped: bool,
}

impl<'a> Opened<'a> {
    fn of(from: &'a Account, to: &'a Account) -> Self {
        let flipped = from.number > to.number;
        let (low, high) = if flipped { (to, from) } else { (from, to) };
        Self { low: low.balance.lock(), high: high.balance.lock(), flipped }
    }

    fn sides(&mut self) -> (&mut u64, &mut u64) {
        if self.flipped { (&mut self.high, &mut self.low) } else { (&mut self.low, &mut self.high) }
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let mut opened = Opened::of(from, to);
    let (from, to) = opened.sides();
    match from.checked_sub(amount) {
        Some(left) => {
            *from = left;
            *to += amount;
            Ok(())
        }
        None => Err(TransferError::NotEnough),
    }
}
