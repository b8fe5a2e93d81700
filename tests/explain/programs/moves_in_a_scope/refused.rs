use std::sync::Mutex;
use std::thread;

pub fn count(threads: u64) {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for number in 0..threads {
            scope.spawn(move || *total.lock().unwrap() += number);
        }
    });
}
