//! 자식이 0이 아닌 코드로 끝나면 오류를 돌려줍니다. `communicate`는 코드를 따지지 않고, 따지는 것은 `check=True`입니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        match output {
            Ok(output) if !output.status.success() => Err(io::Error::other("자식이 실패했습니다.")),
            output => output,
        }
    })
}
