use std::process::Command;

pub fn shell(line: &str, quiet: bool) -> Command {
    let command = if quiet {
        let mut command = Command::new("sh");
        command.arg("-c").arg(line);
        command
    } else {
        Command::new("sh")
    };
    command
}
