use std::io;

pub fn over(ended: io::Result<bool>) -> io::Result<bool> {
    if ended == false {
        return Ok(false);
    }
    Ok(true)
}
