//! 쓰다 난 오류를 모두 버립니다. 디스크가 차서 다 쓰지 못해도 성공입니다.

use std::io::{self, Read, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(move || match stdin {
            Some(mut s) => {
                let _ = s.write_all(input);
                Ok::<(), io::Error>(())
            }
            None => Ok(()),
        });
        let output = child.wait_with_output();
        writer.join().unwrap()?;
        output
    })
}
