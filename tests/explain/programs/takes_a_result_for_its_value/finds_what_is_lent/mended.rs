use std::collections::HashMap;

pub fn known(values: &HashMap<String, String>, key: &str) -> String {
    match values.get(key) {
        Some(value) => value.clone(),
        None => String::new(),
    }
}
