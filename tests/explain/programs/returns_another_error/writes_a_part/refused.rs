use std::io::{self, Write};

pub fn save(file: &mut impl Write, text: &str) -> io::Result<()> {
    file.write(text.as_bytes())
}
