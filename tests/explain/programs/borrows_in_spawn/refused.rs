use std::thread;

pub fn shout(words: Vec<String>) {
    let worker = thread::spawn(|| println!("{}", words.len()));
    worker.join().unwrap();
}
