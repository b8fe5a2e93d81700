use std::io;

fn fork_child(role: impl FnOnce() -> i32) -> io::Result<i32> {
    Ok(role())
}

pub fn rehearse(change: impl FnOnce() -> u8) -> io::Result<i32> {
    fork_child(|| i32::from(change()))
}
