use std::process::{Command, Stdio};

pub fn quiet(command: &mut Command) {
    command.stdout(Stdio::PIPE);
}
