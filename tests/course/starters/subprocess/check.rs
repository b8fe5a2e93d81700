//! 실패를 오류로
//!
//! 자식이 실패해도 `Command::status()`는 `Ok`입니다. 파이썬의 `run`도 `check=True`가 없으면 조용히 지나갑니다.
//! 파이썬의 `CalledProcessError`는 명령과 코드와 그때까지의 출력을 모두 들고 있고, `check_output`은 표준 출력만 돌려줍니다.
//! Rust에서는 오류도 값이라, 들고 갈 것을 구조체에 담습니다.
//!
//! - `Completed`: 첫 단계의 `run`이 돌려준 것과 같은 타입입니다.
//! - [`Command::output`](std::process::Command::output): 실행하고 출력을 모두 받습니다. 정하지 않으면 표준 오류도 가로채고,
//!   표준 입력은 비웁니다.
//! - [`Stdio::inherit`](std::process::Stdio::inherit): 부모의 것을 물려줍니다.

use std::error::Error;
use std::fmt;

/// 끝난 자식입니다. 반환 코드가 음수면 그 번호(1부터 64)의 신호로 끝났고, 가로채지 않은 출력은 `None`입니다.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    pub args: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

/// 0이 아닌 반환 코드로 끝난 자식입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct CalledProcessError {
    pub cmd: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

impl Error for CalledProcessError {}

/// 명령의 인수를 모두, 그리고 `반환 코드 2`나 `신호 9`를 담습니다. 인수에 줄바꿈이 있어도 한 줄입니다.
impl fmt::Display for CalledProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}가 실패했습니다.", self.cmd)
    }
}

impl Completed {
    /// 파이썬의 `check_returncode()`입니다. 성공했으면 그대로, 아니면 들고 있던 것을 모두 오류에 넘깁니다.
    pub fn check(self) -> Result<Completed, CalledProcessError> {
        todo!("반환 코드({})가 0이면 그대로, 아니면 CalledProcessError를 돌려주세요.", self.returncode)
    }
}

/// 실행해서 표준 출력을 파이프가 끝날 때까지 받아 돌려줍니다. 실패하면 `CalledProcessError`입니다.
///
/// - 표준 입력, 환경 변수, 작업 폴더, 프로세스 그룹은 물려주고, 표준 오류는 가로채지 않습니다. 가로채지 않은 `stderr`는 `None`입니다.
/// - `sleep`이나 `try_wait`의 되풀이로 기다리지 않습니다.
pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    todo!("args({args:?})를 실행해 표준 출력을 돌려주고, 실패하면 오류를 돌려주세요.")
}
