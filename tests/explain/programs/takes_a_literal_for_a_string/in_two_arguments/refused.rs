use std::collections::HashMap;

pub fn greet(words: &mut HashMap<String, String>, name: &str) {
    words.insert(name, "안녕");
}
