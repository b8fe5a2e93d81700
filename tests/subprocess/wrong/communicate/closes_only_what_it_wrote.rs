//! 입력이 비어 있으면 표준 입력을 닫지 않습니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let mut stdin = None;
    if !input.is_empty() {
        stdin = child.stdin.take();
    }
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let errors = scope.spawn(move || everything(stderr));
        let stdout = everything(stdout);
        let stderr = errors.join().unwrap();
        let written = writer.join().unwrap();
        let status = child.wait()?;
        written?;
        Ok(Output { status, stdout: stdout?, stderr: stderr? })
    })
}

fn everything(from: Option<impl io::Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
