use std::fs::File;
use std::io;
use std::path::Path;

pub fn open(path: &Path) -> io::Result<File> {
    File::open(path, "r+")
}
