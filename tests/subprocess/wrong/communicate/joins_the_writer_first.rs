//! 쓰기를 스레드에 맡기고는 바로 `join`합니다. 그 스레드는 누가 읽어 주어야 끝납니다.

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    let writer = thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&input)));
    match writer.join().unwrap() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => child.wait_with_output(),
    }
}
