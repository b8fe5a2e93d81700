//! 단계 파일을 다시 컴파일해, 진짜 프로세스를 돌리며 확인합니다. 고칠 것은 없습니다.

#[cfg(unix)]
#[allow(unused_imports, reason = "단계 파일이 println!이나 dbg!로 출력할 때만 쓰입니다")]
#[macro_use]
extern crate process;

#[path = "../src/lib.rs"]
#[allow(warnings, reason = "같은 파일을 라이브러리로 컴파일할 때 이미 보인 경고입니다")]
mod lesson;
pub use lesson::*;

#[cfg(unix)]
#[path = "../../../tests/multiprocess/spec.rs"]
mod spec;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    process::main(env!("CARGO_MANIFEST_DIR"), &spec::TOPIC, spec::programs::PROGRAMS)
}

#[cfg(not(unix))]
fn main() -> std::process::ExitCode {
    process::main_elsewhere("멀티프로세스")
}
