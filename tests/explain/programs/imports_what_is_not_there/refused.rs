use std::sync::Semaphore;

pub fn new() -> Semaphore {
    Semaphore::new(3)
}
