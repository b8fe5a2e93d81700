use std::collections::HashMap;
use std::sync::Mutex;

static CACHE: Mutex<HashMap<u64, u64>> = Mutex::new(HashMap::new());

pub fn size() -> usize {
    CACHE.lock().unwrap().len()
}
