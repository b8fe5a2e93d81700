use std::process::ExitStatus;

pub fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap()
}
