use std::sync::Arc;
use std::thread;

fn main() {
    let total = Arc::new(0);
    let shared = Arc::clone(&total);
    let worker = thread::spawn(move || *shared += 1);
    worker.join().unwrap();
}
