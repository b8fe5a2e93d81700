use std::io;
use std::process::{Child, Command};

fn start(mut command: Command) -> io::Result<Child> {
    command.spawn()
}

pub fn run(program: &str, args: &[&str]) -> io::Result<Child> {
    let command = Command::new(program).args(args);
    start(command)
}
