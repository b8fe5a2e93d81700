use std::sync::Condvar;

pub struct Gate {
    pub changed: Condvar,
}

pub fn new() -> Gate {
    Gate { changed: Condvar::new }
}
