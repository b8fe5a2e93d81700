use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| *total.lock().unwrap() += 1);
        }
    });
    total.into_inner().unwrap()
}
