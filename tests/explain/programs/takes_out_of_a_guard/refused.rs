use std::sync::Mutex;

pub fn all(words: &Mutex<Vec<String>>) -> Vec<String> {
    *words.lock().unwrap()
}
