use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut kept = Vec::new();
    if let Some(mut from) = from {
        from.read_to_end(&mut kept)?;
    }
    Ok(kept)
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let stdout = scope.spawn(|| read(out));
        let stderr = scope.spawn(|| read(err));
        let written = match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        };
        let (stdout, stderr) = (stdout.join().unwrap(), stderr.join().unwrap());
        let status = child.wait()?;
        written?;
        Ok(Output { status, stdout: stdout?, stderr: stderr? })
    })
}
