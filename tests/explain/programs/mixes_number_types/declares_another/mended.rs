use std::process::ExitStatus;

pub fn failed(status: ExitStatus) -> bool {
    let code: i32 = status.code().unwrap();
    code != 0
}
