use std::io;

pub fn ask(ended: fn() -> io::Result<bool>) -> io::Result<bool> {
    Ok(!ended()?)
}
