//! 표준 오류를 읽다 난 오류로 바로 돌아갑니다. 자식을 거두지 않습니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    use std::io::Read;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let errors = scope.spawn(|| {
            let mut bytes = Vec::new();
            if let Some(mut from) = stderr {
                from.read_to_end(&mut bytes)?;
            }
            io::Result::Ok(bytes)
        });
        let mut out = Vec::new();
        let read = stdout.map_or(Ok(0), |mut from| from.read_to_end(&mut out));
        let errors = errors.join().unwrap()?;
        let written = writer.join().unwrap();
        let status = child.wait()?;
        written?;
        read?;
        Ok(Output { status, stdout: out, stderr: errors })
    })
}
