use std::sync::Condvar;

pub struct Gate {
    pub first: Condvar,
    pub second: Condvar,
}

impl Gate {
    pub fn open(&self) {
        self.first.notify_one()
        self.second.notify_one();
    }
}
