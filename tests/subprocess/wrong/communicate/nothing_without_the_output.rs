//! 표준 출력이 파이프가 아니면 표준 오류도 읽지 않습니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        if child.stdout.is_none() {
            let status = child.wait();
            writer.join().unwrap()?;
            return Ok(Output { status: status?, stdout: Vec::new(), stderr: Vec::new() });
        }
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
