use parking_lot::Mutex;

pub struct IntegerLock {
    number: Mutex<i32>,
}

impl IntegerLock {
    pub fn acquire(&self) {
        self.number.wait();
    }
}
