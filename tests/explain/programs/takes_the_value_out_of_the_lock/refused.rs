use std::collections::HashMap;
use std::sync::Mutex;

pub fn counts(counts: Mutex<HashMap<String, usize>>) -> HashMap<String, usize> {
    counts.lock().unwrap().take()
}
