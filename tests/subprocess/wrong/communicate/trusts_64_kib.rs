//! 64 KiB는 파이프에 언제나 담긴다고 믿고, 읽기 전에 그만큼 씁니다.

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
    let (first, rest) = input.split_at(input.len().min(65536));
    let mut stdin = stdin;
    let began = stdin.as_mut().map_or(Ok(()), |pipe| write(pipe, first));
    thread::scope(|scope| {
        let writer = scope.spawn(|| stdin.map_or(Ok(()), |pipe| write(pipe, rest)));
        let errors = scope.spawn(|| read(stderr));
        let stdout = read(stdout);
        let (written, stderr) = (writer.join().unwrap(), errors.join().unwrap());
        let status = child.wait()?;
        began?;
        written?;
        Ok(Output { status, stdout: stdout?, stderr: stderr? })
    })
}
