//! 쓰는 스레드가 끝났는지 쉬지 않고 확인합니다.

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
        let reader = scope.spawn(|| child.wait_with_output());
        while !reader.is_finished() {
            std::hint::spin_loop();
        }
        let output = reader.join().unwrap();
        writer.join().unwrap()?;
        output
    })
}
