use std::io;

pub fn named(program: &str, mut error: io::Error) -> io::Error {
    error.message = format!("{program}: {error}");
    error
}
