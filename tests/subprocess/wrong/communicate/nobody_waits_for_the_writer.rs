//! 쓰는 스레드를 기다리지 않습니다. 손자가 입력을 읽고 있으면 다 쓰기 전에 돌아오고, 쓰다 난 오류는 아무도 보지 못합니다.

use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_vec();
        thread::spawn(move || stdin.write_all(&input));
    }
    child.wait_with_output()
}
