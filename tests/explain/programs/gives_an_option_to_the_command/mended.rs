use std::path::Path;
use std::process::Command;

pub fn prepare(command: &mut Command, cwd: Option<&Path>) {
    if let Some(cwd) = cwd {
        command.current_dir(cwd);
    }
}
