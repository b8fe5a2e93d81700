use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub struct Counter {
    pub total: Arc<Mutex<u64>>,
}
