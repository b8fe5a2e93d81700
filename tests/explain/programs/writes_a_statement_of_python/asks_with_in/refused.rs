use std::collections::HashMap;

pub fn known(values: &HashMap<String, u64>, key: &str) -> bool {
    if key in values {
        return true;
    }
    false
}
