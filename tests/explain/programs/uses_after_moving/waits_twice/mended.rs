use std::io;
use std::process::ExitStatus;

pub struct Forked;

impl Forked {
    pub fn wait(self) -> io::Result<ExitStatus> {
        Err(io::ErrorKind::Other.into())
    }
}

pub fn outcome(child: Forked) -> io::Result<Option<i32>> {
    let status = child.wait()?;
    if !status.success() {
        println!("실패");
    }
    Ok(status.code())
}
