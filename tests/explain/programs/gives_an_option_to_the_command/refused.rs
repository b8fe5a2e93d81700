use std::path::Path;
use std::process::Command;

pub fn prepare(command: &mut Command, cwd: Option<&Path>) {
    command.current_dir(cwd);
}
