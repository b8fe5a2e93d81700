//! 단계 파일을 시험용 표준 라이브러리와 함께 다시 컴파일해 모든 순서에서 확인합니다. 고칠 것은 없습니다.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate model_std as core;

#[path = "../src/lib.rs"]
#[allow(warnings, reason = "같은 파일을 라이브러리로 컴파일할 때 이미 보인 경고입니다")]
mod lesson;
pub use lesson::*;

#[path = "../../../tests/multithread/spec.rs"]
mod spec;

fn main() -> std::process::ExitCode {
    judge::main(env!("CARGO_MANIFEST_DIR"), &spec::TOPIC)
}
