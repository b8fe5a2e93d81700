use std::sync::Mutex;
use std::thread;

static VISITS: Mutex<u32> = Mutex::new(0);

fn main() {
    let guard = VISITS.lock().unwrap();
    let worker = thread::spawn(move || drop(guard));
    worker.join().unwrap();
}
