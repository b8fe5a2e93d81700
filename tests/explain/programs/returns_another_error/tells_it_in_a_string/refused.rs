use std::io;
use std::process::{Child, Command};

pub fn start(command: &mut Command) -> io::Result<Child> {
    command.spawn().map_err(|error| format!("시작하지 못했습니다: {error}"))
}
