use std::thread;

pub fn reset() -> u64 {
    let mut total = 1;
    thread::scope(|scope| {
        scope.spawn(|| println!("{total}"));
    });
    total = 0;
    total
}
