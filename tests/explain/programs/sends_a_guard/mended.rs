use std::sync::Mutex;
use std::thread;

pub fn add(total: &Mutex<u64>) {
    thread::scope(|scope| {
        scope.spawn(|| *total.lock().unwrap() += 1);
    });
}
