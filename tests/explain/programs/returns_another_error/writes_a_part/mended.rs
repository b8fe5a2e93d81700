use std::io::{self, Write};

pub fn save(file: &mut impl Write, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())
}
