use std::io::{self, PipeWriter};

fn fork_child(role: impl FnOnce() -> i32) -> i32 {
    role()
}

pub fn start() -> io::Result<(i32, PipeWriter)> {
    let (_questions, to) = io::pipe()?;
    let child = fork_child(|| {
        drop(to);
        0
    });
    Ok((child, to))
}
