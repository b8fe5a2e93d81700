use std::sync::Mutex;

pub struct Account {
    pub number: u64,
    pub balance: Mutex<u64>,
}

pub fn in_order<'a>(from: &'a Account, to: &'a Account) -> [&'a Account; 2] {
    let mut pair = [from, to];
    pair.sort_by_key(|account| account.number);
    pair
}
