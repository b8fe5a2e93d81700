use std::io::Write;
use std::process::ChildStdin;

pub fn say(stdin: &mut ChildStdin, line: &str) -> std::io::Result<()> {
    stdin.write_all(line.as_bytes())
}
