use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let mut visits = 0;
    if env::args().nth(1).as_deref() == Some("child") {
        visits += 99;
        println!("{visits}");
        return ExitCode::from(7);
    }
    let myself = env::current_exe().unwrap();
    let child = Command::new(myself).arg("child").output().unwrap();
    println!("자식이 보낸 값: {}", String::from_utf8(child.stdout).unwrap().trim());
    println!("부모의 값: {visits}");
    println!("자식의 반환 코드: {:?}", child.status.code());
    ExitCode::SUCCESS
}
