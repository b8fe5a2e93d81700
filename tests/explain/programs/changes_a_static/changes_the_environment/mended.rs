use std::process::Command;

pub fn start(command: &mut Command) {
    command.env("LANG", "C");
    drop(command.spawn());
}
