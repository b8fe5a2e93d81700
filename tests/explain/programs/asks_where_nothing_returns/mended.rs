use std::fs;
use std::io;

pub fn load(path: &str) -> io::Result<usize> {
    let text = fs::read_to_string(path)?;
    Ok(text.len())
}
