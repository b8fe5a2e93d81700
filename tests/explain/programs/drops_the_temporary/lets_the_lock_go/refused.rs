use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

pub fn slot(slots: &Mutex<HashMap<u64, Arc<Mutex<u64>>>>, key: u64) -> u64 {
    let slot = slots.lock().entry(key).or_default();
    *slot.lock()
}
