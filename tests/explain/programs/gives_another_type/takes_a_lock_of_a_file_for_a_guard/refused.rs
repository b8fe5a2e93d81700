use std::fs::File;
use std::io::{self, Read};

fn read(file: &mut File) -> io::Result<String> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text)
}

pub fn visits(file: File) -> io::Result<String> {
    let mut file = file.lock()?;
    read(&mut file)
}
