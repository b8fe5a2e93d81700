//! 실패했을 때만 표준 오류를 읽습니다. 오류를 많이 쓰는 자식과 서로 기다립니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let stdout = everything(stdout);
        let status = child.wait()?;
        writer.join().unwrap()?;
        let stderr = if status.success() { Vec::new() } else { everything(stderr)? };
        Ok(Output { status, stdout: stdout?, stderr })
    })
}

fn everything(from: Option<impl io::Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
