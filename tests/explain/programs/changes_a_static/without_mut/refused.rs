use std::thread;

static TOTAL: u64 = 0;

pub fn count(threads: usize) {
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| TOTAL += 1);
        }
    });
}
