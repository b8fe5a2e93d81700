use std::collections::HashMap;
use std::sync::Mutex;

pub fn count(words: &[String]) -> HashMap<&str, usize> {
    let counts = Mutex::new(HashMap::new());
    fn add(word: &str) {
        *counts.lock().unwrap().entry(word).or_insert(0) += 1;
    }
    for word in words {
        add(word);
    }
    counts.into_inner().unwrap()
}
