use std::io::{self, Write};

pub fn save(file: &mut impl Write, visits: u64) -> io::Result<()> {
    file.write_all(visits.to_string().as_bytes())
}
