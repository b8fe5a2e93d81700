//! 한 바이트씩 씁니다. 파이썬의 `for byte in data`처럼 쓰면 부를 때마다 커널에 다녀옵니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            match stdin.map(|mut stdin| input.iter().try_for_each(|byte| stdin.write_all(&[*byte]))) {
                Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
                _ => Ok(()),
            }
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
