use std::io::{self, Read};
use std::process::ChildStdout;

pub fn read(mut from: ChildStdout) -> io::Result<Vec<u8>> {
    let bytes = from.read_to_end()?;
    Ok(bytes)
}
