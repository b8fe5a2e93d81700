use std::thread;

pub fn run<F>(work: F)
where
    F: Fn(u64),
{
    thread::scope(|scope| {
        scope.spawn(|| work(1));
    });
}
