use std::sync::Mutex;

pub struct Account {
    balance: Mutex<u64>,
}

impl Account {
    pub fn balance(&self) -> u64 {
        *self.balance.lock().unwrap()
    }
}

pub fn withdraw(from: &Account, amount: u64) {
    *from.balance.lock().unwrap() -= amount;
}
