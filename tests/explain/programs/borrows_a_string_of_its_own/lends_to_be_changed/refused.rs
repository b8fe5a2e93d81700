use std::io;
use std::process::Child;

fn kill_group(child: &mut Child) -> io::Result<()> {
    child.kill()
}

pub fn end(mut child: Child) -> io::Result<()> {
    kill_group(child)
}
