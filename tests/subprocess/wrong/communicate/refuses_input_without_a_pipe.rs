//! 표준 입력이 파이프가 아닌데 입력이 있으면 오류입니다. 건너뛰어야 합니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    if stdin.is_none() && !input.is_empty() {
        child.wait_with_output()?;
        return Err(ErrorKind::InvalidInput.into());
    }
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
