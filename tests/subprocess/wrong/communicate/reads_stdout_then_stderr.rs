//! 표준 출력을 끝까지 읽은 다음에 표준 오류를 읽습니다. 파이썬에서 `proc.stdout.read()`를 먼저 부른 것과 같습니다.

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
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        if let Some(mut from) = child.stdout.take() {
            from.read_to_end(&mut stdout)?;
        }
        if let Some(mut from) = child.stderr.take() {
            from.read_to_end(&mut stderr)?;
        }
        writer.join().unwrap()?;
        Ok(Output { status: child.wait()?, stdout, stderr })
    })
}
