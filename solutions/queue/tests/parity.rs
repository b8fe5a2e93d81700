//! 같은 차례로 파이썬의 `queue.Queue`와 풀이의 큐를 불러 결과를 하나씩 비교합니다.

#[path = "../../../tests/queue/parity/mod.rs"]
mod parity;

fn main() -> std::process::ExitCode {
    parity::main()
}
