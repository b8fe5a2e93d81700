use std::process::Output;

pub fn said(output: Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
