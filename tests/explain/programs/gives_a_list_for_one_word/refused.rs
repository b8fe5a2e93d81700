use std::process::Command;

pub fn prepare(args: &[&str]) -> Command {
    Command::new(args)
}
