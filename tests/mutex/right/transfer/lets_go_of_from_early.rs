//! 둘을 다 잠근 뒤라면, 먼저 바꾼 계좌는 먼저 풀어도 도중의 모습이 보이지 않습니다.

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
    let (first, second) = if from.number < to.number { (from, to) } else { (to, from) };
    let mut one = first.balance.lock();
    if std::ptr::eq(first, from) {
        if *one < amount {
            return Err(TransferError::NotEnough);
        }
        *one -= amount;
        let mut two = second.balance.lock();
        *two += amount;
    } else {
        {
            let mut two = second.balance.lock();
            if *two < amount {
                return Err(TransferError::NotEnough);
            }
            *two -= amount;
        }
        *one += amount;
    }
    Ok(())
}
