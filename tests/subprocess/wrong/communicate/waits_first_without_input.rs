//! 표준 입력이 파이프가 아니면 먼저 기다립니다. 출력이 길면 자식은 끝나지 못합니다.

use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

fn fine(r: io::Result<()>) -> io::Result<()> {
    match r {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        r => r,
    }
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let status_first = child.stdin.is_none();
    if status_first {
        let status = child.wait()?;
        let mut o = child.wait_with_output()?;
        o.status = status;
        return Ok(o);
    }

    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(move || match stdin {
            Some(mut s) => fine(s.write_all(input)),
            None => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
