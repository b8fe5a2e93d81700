use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub fn count(words: &[&str]) -> HashMap<String, u64> {
    let counts = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for word in words {
            scope.spawn(|| *counts.lock().unwrap().entry(word.to_string()).or_insert(0) += 1);
        }
    });
    counts.into_inner().unwrap()
}
