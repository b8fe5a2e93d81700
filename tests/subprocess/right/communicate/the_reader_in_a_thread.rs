use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    let reader = thread::spawn(move || child.wait_with_output());
    if let Some(mut stdin) = stdin
        && let Err(error) = stdin.write_all(input)
        && error.kind() != ErrorKind::BrokenPipe
    {
        return Err(error);
    }
    reader.join().expect("읽는 스레드는 패닉하지 않습니다.")
}
