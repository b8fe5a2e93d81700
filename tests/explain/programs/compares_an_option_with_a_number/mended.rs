use std::process::ExitStatus;

pub fn failed(status: ExitStatus) -> bool {
    match status.code() {
        Some(code) => code != 0,
        None => true,
    }
}
