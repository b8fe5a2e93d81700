use std::sync::Mutex;

#[derive(Clone)]
pub struct Counter {
    pub total: Mutex<u64>,
}
