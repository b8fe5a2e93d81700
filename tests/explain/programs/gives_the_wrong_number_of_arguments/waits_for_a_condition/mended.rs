use parking_lot::{Condvar, Mutex};

pub fn acquire(number: &Mutex<i32>, changed: &Condvar) {
    let mut number = number.lock();
    changed.wait_while(&mut number, |number| *number == 0);
    *number -= 1;
}
