use std::sync::{Arc, Mutex};

pub fn total() -> Arc<Mutex<u64>> {
    Arc::new(Mutex::new(0))
}
