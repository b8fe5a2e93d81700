//! 부모와 자식들의 프로그램을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

#[path = "../../../tests/process/both_languages.rs"]
mod both_languages;

fn main() -> std::process::ExitCode {
    let binary = env!("CARGO_BIN_EXE_solution-multiprocess");
    both_languages::main("multiprocess", binary, "유닉스의 fork를 쓰는 프로그램입니다")
}
