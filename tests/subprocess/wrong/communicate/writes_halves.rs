//! 입력의 앞 절반은 먼저 쓰고 나머지만 함께 씁니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let mut stdin = child.stdin.take();
    let (first, input) = input.split_at(input.len() / 2);
    if let Some(stdin) = &mut stdin {
        let _ = stdin.write_all(first);
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
