use std::process::ExitStatus;

pub fn failed(status: ExitStatus) -> bool {
    let code: u8 = status.code().unwrap();
    code != 0
}
