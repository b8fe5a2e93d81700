//! 스레드가 패닉하는 중이면 실패한 것으로 여기고, 다 옮긴 돈을 되돌립니다.

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

struct Undo<'a> {
    from: &'a Account,
    to: &'a Account,
    amount: u64,
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            *self.from.balance.lock() += self.amount;
            *self.to.balance.lock() -= self.amount;
        }
    }
}

pub fn transfer(from: &Account, to: &Account, amount: u64) -> Result<(), TransferError> {
    if from.number == to.number {
        return Err(TransferError::SameAccount);
    }
    let _undo;
    let (mut a, mut b);
    if from.number < to.number {
        a = from.balance.lock();
        b = to.balance.lock();
    } else {
        b = to.balance.lock();
        a = from.balance.lock();
    }
    if *a < amount {
        return Err(TransferError::NotEnough);
    }
    _undo = Undo { from, to, amount };
    *a -= amount;
    *b += amount;
    drop(a);
    drop(b);
    Ok(())
}
