//! 어떤 오류든 나면 쓰기를 그만둡니다. 쓰지 못한 것을 아무도 모릅니다.

use std::io::{self, Read, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(move || match stdin {
            Some(mut s) => {
                let mut r = input;
                while !r.is_empty() {
                    match s.write(r) {
                        Ok(n) => r = &r[n..],
                        Err(_) => break,
                    }
                }
                Ok::<(), io::Error>(())
            }
            None => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
