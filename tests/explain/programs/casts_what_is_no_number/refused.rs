use std::process::ExitStatus;

pub fn told(status: ExitStatus) -> Option<u8> {
    Some(status.code() as u8)
}
