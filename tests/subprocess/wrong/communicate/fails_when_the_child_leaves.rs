//! 자식이 먼저 끝나면 오류를 돌려줍니다. 파이썬의 `communicate`는 `BrokenPipeError`를 삼킵니다.

use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| stdin.map_or(Ok(()), |mut stdin| stdin.write_all(input)));
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
