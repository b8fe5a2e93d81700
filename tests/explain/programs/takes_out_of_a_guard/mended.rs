use std::sync::Mutex;

pub fn all(words: &Mutex<Vec<String>>) -> Vec<String> {
    std::mem::take(&mut *words.lock().unwrap())
}
