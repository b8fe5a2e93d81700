use std::io;
use std::process::{Child, ExitStatus};

pub fn end(child: &mut Child, ended: bool) -> io::Result<ExitStatus> {
    if ended {
        child.wait()
    }
    child.kill()?;
    child.wait()
}
