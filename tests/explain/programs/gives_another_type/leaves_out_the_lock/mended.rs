use std::sync::Mutex;

pub struct Semaphore {
    pub permits: Mutex<usize>,
}

pub fn new(permits: usize) -> Semaphore {
    Semaphore { permits: Mutex::new(permits) }
}
