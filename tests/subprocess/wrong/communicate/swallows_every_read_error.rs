//! 읽다 난 오류를 버립니다. 출력이 잘려도 성공입니다.

use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

fn fine(r: io::Result<()>) -> io::Result<()> {
    match r {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        r => r,
    }
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (mut o, mut e) = (Vec::new(), Vec::new());
    thread::scope(|s| {
        s.spawn(move || stdin.map_or(Ok(()), |mut i| fine(i.write_all(input))));
        s.spawn(|| {
            if let Some(mut err) = err {
                let _ = err.read_to_end(&mut e);
            }
        });
        if let Some(mut out) = out {
            let _ = out.read_to_end(&mut o);
        }
    });
    Ok(Output { status: child.wait()?, stdout: o, stderr: e })
}
