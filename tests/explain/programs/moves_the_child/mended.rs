use std::io::{self, Read};
use std::process::Child;
use std::thread;

pub fn stop(mut child: Child) -> io::Result<()> {
    let stdout = child.stdout.take();
    let reader = thread::spawn(move || stdout.map(|mut stdout| stdout.read_to_end(&mut Vec::new())));
    child.kill()?;
    child.wait()?;
    reader.join().unwrap().transpose().map(|_| ())
}
