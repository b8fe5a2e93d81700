use std::io::{self, Write, stdout};

pub fn flush() -> io::Result<()> {
    stdout().flush()
}
