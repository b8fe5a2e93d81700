use std::io::{self, Read};
use std::process::ChildStdout;

pub fn read(mut from: ChildStdout) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    Ok(bytes)
}
