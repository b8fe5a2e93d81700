use std::sync::Mutex;

pub struct Semaphore {
    permits: Mutex<usize>,
}

pub struct Permit<'a> {
    pub permits: &'a Mutex<usize>,
}

impl Semaphore {
    pub fn acquire(&self) -> Permit<'_> {
        Permit { permits: self.permits }
    }
}
