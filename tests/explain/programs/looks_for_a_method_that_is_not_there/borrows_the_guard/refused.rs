use std::collections::HashMap;
use std::sync::Mutex;

pub fn count(counts: &Mutex<HashMap<String, u64>>, word: &str) {
    *counts.lock().unwrap().borrow_mut().entry(word.to_string()).or_insert(0) += 1;
}
