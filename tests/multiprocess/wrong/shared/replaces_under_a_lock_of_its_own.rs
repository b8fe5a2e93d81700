//! 다른 파일을 잠그고, 새로 쓴 파일로 바꿉니다. 이 파일을 잠그고 쓰던 다른 프로그램은 사라진 파일에 씁니다.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

pub fn visit(path: &Path) -> io::Result<u64> {
    let lock = File::create(path.with_extension("잠금"))?;
    lock.lock()?;
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    let visits = number(&mut file)? + 1;
    let new = path.with_extension("새것");
    std::fs::write(&new, visits.to_string())?;
    std::fs::rename(&new, path)?;
    Ok(visits)
}

pub fn visits(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
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
