//! 신호로 끝난 자식을 오류로 돌려줍니다. 출력과 상태를 잃습니다.

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
        output.and_then(|output| match output.status.code() {
            Some(_) => Ok(output),
            None => Err(io::Error::other("신호로 끝났습니다")),
        })
    })
}
