use std::collections::HashMap;

pub fn known(values: &HashMap<String, u64>, key: &str) -> bool {
    if values.contains_key(key) {
        return true;
    }
    false
}
