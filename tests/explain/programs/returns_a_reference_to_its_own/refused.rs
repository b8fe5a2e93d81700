use std::sync::Mutex;

pub fn longest(words: &Mutex<Vec<String>>) -> &str {
    let words = words.lock().unwrap();
    words.iter().max_by_key(|word| word.len()).map_or("", |word| word)
}
