use std::thread;

pub fn shout(words: Vec<String>) {
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", words.len()));
    });
}
