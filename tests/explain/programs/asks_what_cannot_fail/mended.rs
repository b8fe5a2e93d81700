use std::io;
use std::thread::JoinHandle;

pub fn read(out: JoinHandle<io::Result<Vec<u8>>>) -> io::Result<Vec<u8>> {
    let bytes = out.join().unwrap()?;
    Ok(bytes)
}
