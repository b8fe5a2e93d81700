use std::fs::File;
use std::io::{self, Write};

pub fn add(file: &mut File) -> io::Result<()> {
    file.lock(|| println!("잠갔습니다"))?;
    file.write_all(b"1")
}
