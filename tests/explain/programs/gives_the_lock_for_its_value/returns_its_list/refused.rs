use std::sync::Mutex;

pub struct Pool {
    active: Mutex<Vec<String>>,
}

impl Pool {
    pub fn names(&self) -> Vec<String> {
        self.active
    }
}
