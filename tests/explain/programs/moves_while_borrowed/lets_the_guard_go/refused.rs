use std::collections::HashMap;

use parking_lot::Mutex;

pub fn look(values: &Mutex<HashMap<String, String>>, key: &str) -> String {
    let values = values.lock();
    let found = values.get(key);
    drop(values);
    found.unwrap().clone()
}
