use std::io::{self, ErrorKind};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let written = |stdin: Option<std::process::ChildStdin>| {
        let Some(mut stdin) = stdin else { return Ok(0) };
        io::copy(&mut &input[..], &mut stdin)
    };
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(move || written(stdin));
        let output = child.wait_with_output()?;
        match writer.join().unwrap() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(output),
            result => result.map(|_| output),
        }
    })
}
