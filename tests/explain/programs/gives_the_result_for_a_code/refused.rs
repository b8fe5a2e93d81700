use std::io;

pub struct Forked;

/// As the lesson gives it.
pub fn fork_child(role: impl FnOnce() -> i32) -> io::Result<Forked> {
    role();
    Ok(Forked)
}

pub fn start(item: &u64, work: impl Fn(u64) -> u64) -> io::Result<Forked> {
    fork_child(|| work(*item))
}
