use std::io::{self, Write};
use std::thread;

pub fn write(mut to: impl Write + Send) -> io::Result<()> {
    thread::scope(|scope| {
        let writer = scope.spawn(|| -> io::Result<()> {
            to.write_all(b"hello")?;
            Ok(())
        });
        writer.join().unwrap()?;
        Ok(())
    })
}
