use std::io::{self, Write};
use std::thread;

pub fn feed(mut to: io::PipeWriter, input: &[u8]) -> io::Result<()> {
    thread::scope(|scope| {
        let fed = scope.spawn(move || {
            to.write_all(input)?;
        });
        fed.join().unwrap()
    });
    Ok(())
}
