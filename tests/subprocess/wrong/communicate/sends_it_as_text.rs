//! 입력을 글자로 바꾸어 씁니다. UTF-8이 아닌 바이트는 다른 것이 되어 갑니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            match stdin.map(|mut stdin| write!(stdin, "{}", String::from_utf8_lossy(input))) {
                Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
                _ => Ok(()),
            }
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
