use std::sync::Mutex;

pub fn put(words: &Mutex<Vec<String>>, word: String) {
    words.lock().unwrap().push(word);
}
