//! 쓰다 난 오류를 종류와 상관없이 한 가지로 바꿉니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(io::Error::from(ErrorKind::BrokenPipe)),
            _ => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
