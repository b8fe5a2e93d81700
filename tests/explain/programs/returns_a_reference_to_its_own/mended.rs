use std::sync::Mutex;

pub fn longest(words: &Mutex<Vec<String>>) -> String {
    let words = words.lock().unwrap();
    words.iter().max_by_key(|word| word.len()).cloned().unwrap_or_default()
}
