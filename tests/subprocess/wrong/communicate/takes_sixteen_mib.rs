//! 16 MiB가 넘는 출력은 버립니다.

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
    if let Some(pipe) = pipe {
        let mut pipe = pipe.take(16 << 20);
        pipe.read_to_end(&mut bytes)?;
        io::copy(pipe.get_mut(), &mut io::sink())?;
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
        let status = child.wait()?;
        written?;
        Ok(Output { status, stdout: stdout?, stderr: stderr? })
    })
}
