use std::sync::Mutex;
use std::thread;

pub fn add(total: &Mutex<u64>) {
    let mut guard = total.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || *guard += 1);
    });
}
