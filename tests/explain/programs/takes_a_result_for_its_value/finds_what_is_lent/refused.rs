use std::collections::HashMap;

pub fn known(values: &HashMap<String, String>, key: &str) -> String {
    values.get(key)
}
