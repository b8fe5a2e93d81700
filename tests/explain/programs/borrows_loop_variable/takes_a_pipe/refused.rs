use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    thread::scope(|scope| {
        scope.spawn(|| child.stdin.take().unwrap().write_all(input));
        child.wait_with_output()
    })
}
