use std::io::{self, ErrorKind};

pub fn one_line(text: &str) -> io::Result<&str> {
    if text.contains('\n') {
        return Err(ErrorKind::InvalidInput.into());
    }
    Ok(text)
}
