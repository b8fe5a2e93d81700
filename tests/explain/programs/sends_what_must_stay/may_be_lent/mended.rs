use std::thread;

pub fn run(work: impl Fn(u64) + Sync) {
    let work = &work;
    thread::scope(|scope| {
        scope.spawn(move || work(1));
    });
}
