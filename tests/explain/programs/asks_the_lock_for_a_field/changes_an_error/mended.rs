use std::io;

pub fn named(program: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{program}: {error}"))
}
