//! 자식이 일찍 끝나면 읽은 출력을 버립니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            Some(Err(_)) => Ok(false),
            _ => Ok(true),
        });
        let output = child.wait_with_output();
        let all = writer.join().unwrap()?;
        output.map(|output| if all { output } else { Output { stdout: Vec::new(), ..output } })
    })
}
