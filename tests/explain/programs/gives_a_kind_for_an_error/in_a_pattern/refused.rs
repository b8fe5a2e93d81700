use std::io::{self, ErrorKind, Write};

pub fn feed(mut to: impl Write, input: &[u8]) -> io::Result<()> {
    match to.write_all(input) {
        Ok(()) => Ok(()),
        Err(ErrorKind::BrokenPipe) => Ok(()),
        Err(error) => Err(error),
    }
}
