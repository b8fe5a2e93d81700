use std::thread;

pub fn run(work: impl Fn(u64)) {
    thread::scope(|scope| {
        scope.spawn(|| work(1));
    });
}
