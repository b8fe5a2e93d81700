//! 입력을 다 읽지 않은 자식을 죽입니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let child = std::sync::Mutex::new(child);
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() == ErrorKind::BrokenPipe => child.lock().unwrap().kill(),
            Some(result) => result,
            None => Ok(()),
        });
        let errors = scope.spawn(move || everything(stderr));
        let stdout = everything(stdout);
        let stderr = errors.join().unwrap();
        let written = writer.join().unwrap();
        let status = child.lock().unwrap().wait()?;
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
