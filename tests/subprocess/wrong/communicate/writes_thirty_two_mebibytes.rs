//! 입력을 32 MiB까지만 씁니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            match stdin.map(|mut stdin| stdin.write_all(&input[..input.len().min(32 << 20)])) {
                Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
                _ => Ok(()),
            }
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
