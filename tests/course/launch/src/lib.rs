//! How the guide and what starts it call cargo.

use std::env;
use std::process::Command;

/// The environment of the shell: what cargo added when it started this program would make it build everything anew.
pub fn like_the_shell(command: &mut Command) -> &mut Command {
    let ours = ["CARGO_PKG_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_MANIFEST_", "CARGO_PRIMARY_"];
    for (name, _) in env::vars_os() {
        let shown = name.to_string_lossy();
        if ours.iter().any(|start| shown.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}
