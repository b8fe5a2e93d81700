use std::process::Output;

pub fn said(output: Output) -> String {
    output.stdout
}
