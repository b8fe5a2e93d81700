use std::io;

pub fn broken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}
