use std::thread;

pub fn count(threads: usize) -> u64 {
    let mut total = 0;
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| total += 1);
        }
    });
    total
}
