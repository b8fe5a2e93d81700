use std::sync::Arc;
use std::thread;

pub fn share(words: Arc<Vec<String>>) {
    let ours = Arc::clone(&words);
    thread::spawn(move || println!("{}", ours.len()));
}
