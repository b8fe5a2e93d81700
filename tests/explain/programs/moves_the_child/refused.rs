use std::io;
use std::process::Child;
use std::thread;

pub fn stop(mut child: Child) -> io::Result<()> {
    let reader = thread::spawn(move || child.wait_with_output());
    child.kill()?;
    reader.join().unwrap().map(|_| ())
}
