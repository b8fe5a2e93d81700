use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child) -> io::Result<Output> {
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(b"1"));
        child.wait_with_output()
    })
}
