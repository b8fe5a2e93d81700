use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let writer = child.stdin.take().map(|mut stdin| {
        let input = input.to_vec();
        thread::spawn(move || stdin.write_all(&input))
    });
    let output = child.wait_with_output()?;
    match writer.map(|writer| writer.join()) {
        Some(Ok(Err(error))) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(output),
    }
}
