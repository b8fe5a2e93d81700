use std::process::ExitStatus;

pub fn told(status: ExitStatus) -> Option<u8> {
    match status.code() {
        Some(code) => Some(code as u8),
        None => None,
    }
}
