use std::thread;

pub fn lengths(words: Vec<String>) -> Vec<usize> {
    let mut handles = Vec::new();
    for word in words {
        handles.push(thread::spawn(move || word.len()));
    }
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.join().unwrap());
    }
    results
}
