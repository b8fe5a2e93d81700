use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(child: Child) -> io::Result<Output> {
    thread::scope(|scope| {
        scope.spawn(move || child.stdin.unwrap().write_all(b"1"));
        child.wait_with_output()
    })
}
