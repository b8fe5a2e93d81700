use std::process::ExitStatus;

pub fn failed(status: ExitStatus) -> bool {
    status.code() < 0
}
