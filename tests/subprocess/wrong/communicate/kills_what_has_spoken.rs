//! 출력을 다 받으면 자식을 죽입니다. 파이썬의 `with Popen(...)`이 끝낼 때 그렇게 한다고 여긴 것입니다.

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
        let mut stdout = Vec::new();
        if let Some(mut from) = child.stdout.take() {
            from.read_to_end(&mut stdout)?;
        }
        child.kill()?;
        let output = child.wait_with_output().map(|output| Output { stdout, ..output });
        writer.join().unwrap()?;
        output
    })
}
