use std::sync::Arc;
use std::thread;

pub fn sorted(words: Vec<String>) -> Vec<String> {
    let words = Arc::new(words);
    let ours = Arc::clone(&words);
    thread::spawn(move || println!("{}", ours.len())).join().unwrap();
    words
}
