//! 자식이 끝났는지 쉬지 않고 물어 코어 하나를 다 씁니다.

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
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
        };
        Ok(Output { status, stdout, stderr })
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let (mut from, mut bytes) = (from, Vec::new());
    if let Some(from) = &mut from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
