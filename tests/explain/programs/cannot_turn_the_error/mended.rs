use std::fs;
use std::io;

pub enum LoadError {
    Io(io::Error),
}

pub fn load(path: &str) -> Result<String, LoadError> {
    fs::read_to_string(path).map_err(LoadError::Io)
}
