use std::io::{self, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_vec();
        // 자식이 끝나면 쓰기도 BrokenPipe로 끝납니다.
        thread::spawn(move || stdin.write_all(&input));
    }
    child.wait_with_output()
}
