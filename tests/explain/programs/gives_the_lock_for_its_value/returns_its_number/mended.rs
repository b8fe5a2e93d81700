use parking_lot::Mutex;

pub struct Account {
    balance: Mutex<u64>,
}

impl Account {
    pub fn balance(&self) -> u64 {
        *self.balance.lock()
    }
}
