//! 출력이 끝나면, 아직 일하는 자식을 죽입니다.

use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

fn write(mut pipe: impl Write, input: &[u8]) -> io::Result<()> {
    match pipe.write_all(input) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn read(pipe: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        pipe.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let writer = scope.spawn(|| stdin.map_or(Ok(()), |pipe| write(pipe, input)));
        let errors = scope.spawn(|| read(stderr));
        let stdout = read(stdout);
        let (written, stderr) = (writer.join().unwrap(), errors.join().unwrap());
        if child.try_wait()?.is_none() {
            child.kill()?;
        }
        let status = child.wait()?;
        written?;
        Ok(Output { status, stdout: stdout?, stderr: stderr? })
    })
}
