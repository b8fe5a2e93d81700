//! 쓰기 전용으로 열고 비우는 `File::create`로 연 파일에서 읽습니다.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

pub fn visit(path: &Path) -> io::Result<u64> {
    let mut file = File::create(path)?;
    file.lock()?;
    let visits = number(&mut file)? + 1;
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
    text.parse().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
