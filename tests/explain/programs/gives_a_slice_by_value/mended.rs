use std::process::Command;

pub fn start(args: &[&str]) {
    Command::new(args[0]).args(&args[1..]);
}
