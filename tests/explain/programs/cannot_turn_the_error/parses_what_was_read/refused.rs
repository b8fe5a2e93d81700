use std::io::{self, Read};

pub fn number(mut from: impl Read) -> io::Result<u64> {
    let mut text = String::new();
    from.read_to_string(&mut text)?;
    Ok(text.parse()?)
}
