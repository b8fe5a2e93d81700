//! 파이프 교착 상태
//!
//! 파이프에 담기는 양에는 한도가 있습니다(리눅스에서 보통 64 KiB). 가득 찬 파이프에 쓰는 쪽은 누가 읽어 줄 때까지 멈춥니다.
//! 파이썬의 `Popen.communicate(input)`은 쓰기와 읽기를 함께 해서 서로 기다리지 않게 합니다. `wait()`나 `stdin.write()`만으로는 멈출 수
//! 있다고 문서가 경고합니다. Rust의 `wait_with_output()`은 표준 출력과 표준 오류를 함께 읽지만, 표준 입력은 쓰지 않고 닫습니다.
//!
//! - [`std::thread::scope`]: 빌린 `input`을 스레드에 넘길 수 있고, 끝날 때 스레드를 모두 기다립니다.
//! - [`ErrorKind::BrokenPipe`](std::io::ErrorKind::BrokenPipe): 읽는 쪽이 모두 닫힌 파이프에 썼습니다. 파이썬의 `BrokenPipeError`입니다.

use std::io::{self, Write};
use std::process::{Child, Output};

/// 자식의 표준 입력에 `input`을 쓰고 닫으면서, 표준 출력과 표준 오류를 끝까지 읽고, 자식을 거둡니다.
///
/// - 파이프로 잇지 않은 것은 건너뜁니다. 그 출력은 비어 있습니다.
/// - 자식이 입력을 다 읽지 않고 끝나는 것은 오류가 아닙니다. 읽거나 쓰다 난 다른 오류는, 자식을 거둔 뒤에 알립니다.
/// - 입력을 읽는 프로세스가 남아 있으면 다 쓴 다음에 돌아옵니다.
/// - `sleep`이나 `try_wait`의 되풀이로 기다리지 않고, 열어 둔 것과 스레드를 남기지 않습니다.
///
/// 지금 코드는 다 쓴 다음에야 읽기 시작해서 서로 기다립니다. 함께 나아가게 고치세요.
pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input)?;
    }
    child.wait_with_output()
}
