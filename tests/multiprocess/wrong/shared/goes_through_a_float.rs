//! `2.0`처럼 소수점을 찍은 수도 수로 칩니다. 수가 아닌 내용을 바꾸어 씁니다.

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
    let mut file = File::open(path)?;
    file.lock_shared()?;
    number(&mut file)
}

fn number(file: &mut File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    if let Ok(number) = text.parse() {
        return Ok(number);
    }
    match text.parse::<f64>() {
        Ok(number) if number >= 0.0 && number < 1e15 && number.fract() == 0.0 => Ok(number as u64),
        _ => Err(ErrorKind::InvalidData.into()),
    }
}
