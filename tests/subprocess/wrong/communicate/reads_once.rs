//! `read`를 한 번만 부릅니다. 파이썬의 `read()`는 끝까지 읽지만, Rust의 `read`는 지금 있는 만큼만 줍니다.

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
    let mut bytes = vec![0; 4096];
    let count = from.map_or(Ok(0), |mut from| from.read(&mut bytes))?;
    bytes.truncate(count);
    Ok(bytes)
}
