use std::io;

pub fn broken(error: &io::Error) -> bool {
    *error == io::ErrorKind::BrokenPipe
}
