use std::sync::Mutex;
use std::thread;

pub fn count() -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *total.lock().unwrap() += 1);
    });
    total.into_inner().unwrap()
}
