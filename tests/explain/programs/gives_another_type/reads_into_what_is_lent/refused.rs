use std::io::{self, BufRead};

pub fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = "";
    from.read_line(&mut line)?;
    Ok(line.to_string())
}
