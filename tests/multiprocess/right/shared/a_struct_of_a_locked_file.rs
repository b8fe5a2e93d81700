#![cfg(unix)]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

struct Locked<'a>(&'a mut File);

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

pub fn visit(path: &Path) -> io::Result<u64> {
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    file.lock()?;
    let locked = Locked(&mut file);
    let visits = number(locked.0)? + 1;
    locked.0.set_len(0)?;
    locked.0.rewind()?;
    write!(locked.0, "{visits}")?;
    locked.0.sync_all()?;
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
