use std::io;
use std::process::{Child, Command};

pub fn start(command: &mut Command) -> io::Result<Child> {
    command.spawn().map_err(|error| io::Error::new(error.kind(), format!("시작하지 못했습니다: {error}")))
}
