use std::process::Command;

pub fn start(command: &mut Command) {
    std::env::set_var("LANG", "C");
    drop(command.spawn());
}
