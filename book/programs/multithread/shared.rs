use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let names = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for name in ["봄", "여름", "가을"] {
        let names = Arc::clone(&names);
        threads.push(thread::spawn(move || names.lock().unwrap().push(name)));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    let mut names = names.lock().unwrap();
    names.sort();
    println!("{names:?}");
}
