use std::os::unix::process::ExitStatusExt;
use std::process::Command;

fn main() {
    let status = Command::new("sh").args(["-c", "kill -KILL $$"]).status().unwrap();
    println!("반환 코드: {:?}, 신호: {:?}", status.code(), status.signal());
}
