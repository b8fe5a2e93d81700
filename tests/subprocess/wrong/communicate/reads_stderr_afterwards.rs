//! 표준 출력만 스레드에 맡기고, 표준 오류는 입력을 다 쓴 다음에 읽습니다. 그 사이에 오류가 파이프를 채우면 자식도 입력을 읽지 못합니다.

use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let reader = scope.spawn(|| read(stdout));
        if let Some(mut stdin) = stdin {
            match stdin.write_all(input) {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error),
                _ => {}
            }
        }
        let stderr = read(stderr)?;
        let stdout = reader.join().unwrap()?;
        Ok(Output { status: child.wait()?, stdout, stderr })
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let (mut from, mut bytes) = (from, Vec::new());
    if let Some(from) = &mut from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
