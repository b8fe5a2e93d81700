use std::io;
use std::process::{Child, ExitStatus};

pub fn end(child: &mut Child) -> io::Result<ExitStatus> {
    let killed = child.kill();
    let ended = child.wait();
    killed?;
    ended
}
