use std::process::Command;

fn main() {
    let done = Command::new("sh").args(["-c", "echo 결과; echo 경고 >&2; exit 3"]).output().unwrap();
    println!("반환 코드: {:?}", done.status.code());
    println!("표준 출력: {}", String::from_utf8(done.stdout).unwrap().trim());
    println!("표준 오류: {}", String::from_utf8(done.stderr).unwrap().trim());
}
