//! 쓰기가 실패하면 패닉합니다. 자식이 먼저 끝나는 일은 없다고 여긴 것입니다.

use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        scope.spawn(|| stdin.unwrap().write_all(input).unwrap());
        child.wait_with_output()
    })
}
