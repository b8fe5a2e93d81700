#![cfg(unix)]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

pub fn visit(path: &Path) -> io::Result<u64> {
    let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    locked(file, File::lock, |mut file| {
        let visits = number(file)?.checked_add(1).ok_or(ErrorKind::InvalidData)?;
        file.seek(io::SeekFrom::Start(0))?;
        write!(file, "{visits}")?;
        Ok(visits)
    })
}

pub fn visits(path: &Path) -> io::Result<u64> {
    locked(File::open(path)?, File::lock_shared, number)
}

fn locked<T>(
    file: File,
    lock: fn(&File) -> io::Result<()>,
    act: impl FnOnce(&File) -> io::Result<T>,
) -> io::Result<T> {
    lock(&file)?;
    let done = act(&file);
    file.unlock()?;
    done
}

fn number(mut file: &File) -> io::Result<u64> {
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    let text = String::from_utf8(text).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
    text.parse().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
