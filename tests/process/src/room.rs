//! The folder of a case.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// What a case writes to its folder may not grow beyond this.
const MOST: u64 = 256 << 20;

/// Removed with everything in it when dropped.
pub(crate) struct Room(PathBuf);

impl Room {
    /// The number of a process may come again, and with it the name of a folder that nobody was left to remove.
    pub(crate) fn new() -> io::Result<Room> {
        let mut count = 0;
        loop {
            let name = format!("case-{}-{count}", std::process::id());
            let folder = temporary().join(name);
            match fs::create_dir(&folder) {
                Ok(()) => {
                    let room = Room(folder);
                    fs::create_dir(room.inside())?;
                    return Ok(room);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => count += 1,
                Err(error) => {
                    let message =
                        format!("임시 폴더 {}에 폴더를 만들지 못했습니다: {error}", folder.display());
                    return Err(io::Error::new(error.kind(), message));
                }
            }
        }
    }

    /// The working directory of the answer.
    pub(crate) fn inside(&self) -> PathBuf {
        self.path("room")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn is_flooded(&self) -> bool {
        size(&self.0) > MOST
    }

    pub(crate) fn remove(&self) -> io::Result<()> {
        fs::remove_dir_all(&self.0)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = self.remove();
    }
}

/// `TMPDIR` may name a folder that is not there: that is nothing an answer could mend.
fn temporary() -> PathBuf {
    let named = std::env::temp_dir();
    if named.is_dir() { named } else { PathBuf::from("/tmp") }
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => size(&entry.path()),
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    });
    sizes.sum()
}

/// A file that is written at its end, by whoever inherits it.
pub(crate) fn stream(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).append(true).create_new(true).open(path)
}
