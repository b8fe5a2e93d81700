use std::sync::{Arc, Mutex};

pub fn all(results: Arc<Mutex<Vec<u64>>>) -> Vec<u64> {
    results.into_inner().unwrap()
}
