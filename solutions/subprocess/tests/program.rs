//! 노트의 프로그램을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

#[path = "../../../tests/process/both_languages.rs"]
mod both_languages;

fn main() -> std::process::ExitCode {
    let binary = env!("CARGO_BIN_EXE_solution-subprocess");
    both_languages::main("subprocess", binary, "유닉스의 명령을 실행하는 프로그램입니다")
}
