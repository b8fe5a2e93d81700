use std::io::{self, Read};

pub enum TextError {
    Read(io::Error),
}

pub fn read(from: &mut impl Read) -> Result<Vec<u8>, TextError> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    Ok(bytes)
}
