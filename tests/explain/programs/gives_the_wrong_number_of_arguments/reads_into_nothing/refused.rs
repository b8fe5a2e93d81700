use std::io::{self, Read};

pub fn all(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    bytes.push(from.read()?);
    Ok(bytes)
}
