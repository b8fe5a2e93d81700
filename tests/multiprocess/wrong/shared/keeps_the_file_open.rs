//! 연 파일을 남겨 두어, 복사된 자식과 잠금까지 함께 씁니다.

#![cfg(unix)]

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

static FILES: LazyLock<Mutex<HashMap<PathBuf, File>>> = LazyLock::new(Mutex::default);

pub fn visit(path: &Path) -> io::Result<u64> {
    let mut files = FILES.lock().unwrap();
    if !files.contains_key(path) {
        let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        files.insert(path.to_path_buf(), file);
    }
    let mut file = &files[path];
    file.lock()?;
    file.rewind()?;
    let visits = number(file)?.checked_add(1).ok_or(ErrorKind::InvalidData)?;
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(visits.to_string().as_bytes())?;
    file.unlock()?;
    Ok(visits)
}

pub fn visits(path: &Path) -> io::Result<u64> {
    let file = File::open(path)?;
    file.lock_shared()?;
    number(&file)
}

fn number(mut file: &File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
