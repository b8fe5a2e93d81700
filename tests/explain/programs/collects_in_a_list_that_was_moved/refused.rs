use std::thread;

pub fn lengths(words: Vec<String>) -> Vec<usize> {
    let mut results = Vec::new();
    for word in words {
        thread::spawn(move || results.push(word.len()));
    }
    results
}
