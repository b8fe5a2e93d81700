//! 출력을 다 읽은 다음에 입력을 씁니다. 자식은 입력이 와야 출력합니다.

use std::io::{self, Read, Write};
use std::process::{Child, Output};

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let mut stdout = Vec::new();
    if let Some(mut from) = child.stdout.take() {
        from.read_to_end(&mut stdout)?;
    }
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input)?;
    }
    let output = child.wait_with_output()?;
    Ok(Output { stdout, ..output })
}
