//! 자식이 끝나기를 기다린 다음에 출력을 읽습니다. 출력이 파이프보다 길면 자식은 끝나지 못합니다.

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
        let output = child.wait().and_then(|_| child.wait_with_output());
        writer.join().unwrap()?;
        output
    })
}
