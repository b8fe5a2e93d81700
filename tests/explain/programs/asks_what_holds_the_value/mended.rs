use std::io::{self, Read};
use std::process::Child;

pub fn read(child: &mut Child) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_to_end(&mut out)?;
    Ok(out)
}
