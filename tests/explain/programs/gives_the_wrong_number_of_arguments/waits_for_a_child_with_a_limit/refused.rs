use std::io;
use std::process::Child;
use std::time::Duration;

pub fn ended(child: &mut Child, limit: Duration) -> io::Result<()> {
    child.wait(limit)?;
    Ok(())
}
