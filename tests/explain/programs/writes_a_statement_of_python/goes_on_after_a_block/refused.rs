use std::io;
use std::process::{Child, ExitStatus};

pub fn end(child: &mut Child) -> io::Result<ExitStatus> {
    if true {
        child.kill()?;
    } finally {
        child.wait()
    }
}
