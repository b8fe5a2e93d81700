#![cfg(unix)]

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

pub fn visit(path: &Path) -> io::Result<u64> {
    let guard = File::options().append(true).create(true).open(path)?;
    guard.lock()?;
    let Some(visits) = parsed(&fs::read(path)?)?.checked_add(1) else {
        return Err(io::Error::new(ErrorKind::Other, "더 셀 수 없습니다"));
    };
    fs::write(path, visits.to_string())?;
    guard.unlock()?;
    Ok(visits)
}

pub fn visits(path: &Path) -> io::Result<u64> {
    match File::open(path) {
        Ok(guard) => {
            guard.lock_shared()?;
            parsed(&fs::read(path)?)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
}

fn parsed(bytes: &[u8]) -> io::Result<u64> {
    match std::str::from_utf8(bytes).map(str::parse) {
        _ if bytes.is_empty() => Ok(0),
        Ok(Ok(visits)) => Ok(visits),
        _ => Err(ErrorKind::InvalidData.into()),
    }
}
