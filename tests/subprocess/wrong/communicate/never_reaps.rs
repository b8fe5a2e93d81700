//! 출력의 끝을 자식의 끝으로 여기고 거두지 않습니다. 끝난 자식의 상태는 `wait`만 알고, 거두지 않은 자식은 좀비로 남습니다.

use std::io::{self, Read, Write};
use std::process::{Child, ExitStatus, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(input)));
        let reader = scope.spawn(|| read(stderr));
        let stdout = read(stdout)?;
        let stderr = reader.join().unwrap()?;
        Ok(Output { status: ExitStatus::default(), stdout, stderr })
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let (mut from, mut bytes) = (from, Vec::new());
    if let Some(from) = &mut from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
