use std::process::Output;

pub fn failed(output: &Output) -> bool {
    !output.status.success()
}
