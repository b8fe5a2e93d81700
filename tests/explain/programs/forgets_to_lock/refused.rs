use std::sync::Mutex;

pub fn put(words: &Mutex<Vec<String>>, word: String) {
    words.push(word);
}
