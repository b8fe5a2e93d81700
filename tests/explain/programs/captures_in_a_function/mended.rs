use std::collections::HashMap;
use std::sync::Mutex;

pub fn count(words: &[String]) -> HashMap<&str, usize> {
    let counts = Mutex::new(HashMap::new());
    for word in words {
        let add = || *counts.lock().unwrap().entry(word.as_str()).or_insert(0) += 1;
        add();
    }
    counts.into_inner().unwrap()
}
