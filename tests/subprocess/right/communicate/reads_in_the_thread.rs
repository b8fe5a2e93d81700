use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    let reader = thread::spawn(move || child.wait_with_output());
    let mut failure = None;
    if let Some(mut stdin) = stdin {
        for piece in input.chunks(16 << 10) {
            if let Err(error) = stdin.write_all(piece) {
                failure = (error.kind() != ErrorKind::BrokenPipe).then_some(error);
                break;
            }
        }
    }
    let output = reader.join().expect("읽는 스레드는 패닉하지 않습니다")?;
    failure.map_or(Ok(output), Err)
}
