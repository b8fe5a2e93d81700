//! 번호의 자릿수와 끝 세 자리만 견주므로, 1001번과 2001번은 잠그는 차례가 갈립니다.

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

fn go(from_balance: &mut u64, to_balance: &mut u64, amount: u64) -> Result<(), TransferError> {
    let l = from_balance.checked_sub(amount).ok_or(TransferError::NotEnough)?;
    *from_balance = l;
    *to_balance += amount;
    Ok(())
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let d = |a: &Account| a.number.to_string().len();
    let (mut from_balance, mut to_balance);
    if (d(from), from.number % 1000) <= (d(to), to.number % 1000) {
        from_balance = from.balance.lock();
        to_balance = to.balance.lock();
    } else {
        to_balance = to.balance.lock();
        from_balance = from.balance.lock();
    }
    go(&mut from_balance, &mut to_balance, amount)
}
