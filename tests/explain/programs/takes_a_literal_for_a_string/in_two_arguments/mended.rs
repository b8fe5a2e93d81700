use std::collections::HashMap;

pub fn greet(words: &mut HashMap<String, String>, name: &str) {
    words.insert(name.to_string(), "안녕".to_string());
}
