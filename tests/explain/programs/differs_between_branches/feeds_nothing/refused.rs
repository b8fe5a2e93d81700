use std::io::{self, Write};

pub fn feed(pipe: Option<impl Write>) -> io::Result<()> {
    let fed = match pipe {
        Some(mut pipe) => pipe.flush(),
        None => (),
    };
    fed
}
