use parking_lot::{Condvar, Mutex};

pub struct IntegerLock {
    number: Mutex<i32>,
    changed: Condvar,
}

impl IntegerLock {
    pub fn acquire(&self) {
        let mut number = self.number.lock();
        while *number == 0 {
            self.changed.wait(&mut number);
        }
        *number -= 1;
    }
}
