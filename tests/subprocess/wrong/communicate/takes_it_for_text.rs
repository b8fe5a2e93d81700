//! 출력을 `read_to_string`으로 읽습니다. 파이썬의 `text=True`를 기본값으로 여긴 것이고, 아무 바이트나 글자인 것은 아닙니다.

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
    let mut text = String::new();
    if let Some(mut from) = from {
        from.read_to_string(&mut text)?;
    }
    Ok(text.into_bytes())
}
