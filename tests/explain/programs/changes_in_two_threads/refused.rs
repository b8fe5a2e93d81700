use std::thread;

pub fn count() -> u64 {
    let mut total = 0;
    thread::scope(|scope| {
        scope.spawn(|| total += 1);
        scope.spawn(|| total += 1);
    });
    total
}
