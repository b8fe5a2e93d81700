//! 한 조각 쓰고 한 조각 읽기를 되풀이합니다. 자식이 조각마다 대답한다고 여긴 것입니다.

use std::io::{self, Read, Write};
use std::process::{Child, Output};

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let mut stdout = Vec::new();
    if let (Some(mut stdin), Some(from)) = (child.stdin.take(), child.stdout.as_mut()) {
        let mut bytes = [0; 4096];
        for piece in input.chunks(4096) {
            stdin.write_all(piece)?;
            let count = from.read(&mut bytes)?;
            stdout.extend(&bytes[..count]);
        }
    }
    let mut output = child.wait_with_output()?;
    stdout.append(&mut output.stdout);
    Ok(Output { stdout, ..output })
}
