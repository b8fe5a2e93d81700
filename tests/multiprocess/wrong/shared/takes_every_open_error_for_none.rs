//! 어떤 오류로든 열지 못하면 0입니다.

#![cfg(unix)]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

pub fn visit(path: &Path) -> io::Result<u64> {
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    file.lock()?;
    let visits = number(&mut file)? + 1;
    file.rewind()?;
    file.write_all(visits.to_string().as_bytes())?;
    Ok(visits)
}

pub fn visits(path: &Path) -> io::Result<u64> {
    let Ok(mut file) = File::open(path) else { return Ok(0) };
    file.lock_shared()?;
    number(&mut file)
}

fn number(file: &mut File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
