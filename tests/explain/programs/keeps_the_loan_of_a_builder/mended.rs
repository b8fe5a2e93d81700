use std::io;
use std::process::{Child, Command};

fn start(mut command: Command) -> io::Result<Child> {
    command.spawn()
}

pub fn run(program: &str, args: &[&str]) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.args(args);
    start(command)
}
