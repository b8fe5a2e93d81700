use std::io;
use std::process::Command;

pub fn output(command: &mut Command) -> io::Result<Vec<u8>> {
    let output = command.output();
    Ok(output.stdout)
}
