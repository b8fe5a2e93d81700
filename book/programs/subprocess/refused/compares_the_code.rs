use std::process::Command;

fn main() {
    let status = Command::new("true").status().unwrap();
    if status.code() == 0 {
        println!("성공했습니다.");
    }
}
