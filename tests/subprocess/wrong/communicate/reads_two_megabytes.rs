//! 2 MiB까지만 읽고 나머지를 버립니다.

use std::io::{self, Read, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(input)));
        let reader = scope.spawn(|| read(stderr));
        let stdout = read(stdout)?;
        let stderr = reader.join().unwrap()?;
        Ok(Output { status: child.wait()?, stdout, stderr })
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let (mut from, mut bytes) = (from, Vec::new());
    if let Some(from) = &mut from {
        from.take(2 << 20).read_to_end(&mut bytes)?;
        io::copy(from, &mut io::sink())?;
    }
    Ok(bytes)
}
