//! 입력을 다 읽지 않은 자식은 성공한 것으로 칩니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(true),
            Some(Err(error)) => Err(error),
            _ => Ok(false),
        });
        let output = child.wait_with_output();
        if writer.join().unwrap()? {
            return output.map(|output| Output { status: Default::default(), ..output });
        }
        output
    })
}
