use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    pub permits: Mutex<usize>,
    pub returned: Condvar,
}

pub fn new() -> Semaphore {
    Semaphore { permits: Mutex::new(3), returned: Condvar::new() }
}
