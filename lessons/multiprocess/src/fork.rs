//! 복사되는 메모리
//!
//! 파이썬의 `os.fork()`는 프로세스를 복사하고 양쪽에서 돌아옵니다. 부모는 자식의 번호를, 자식은 0을 받아 `if`로 갈라집니다. 여기서는 준비된
//! `fork_child(역할)`을 씁니다. 자식은 역할만 하고 그 자리에서 끝나므로, 부모의 나머지 코드를 함께 실행하는 실수가 없습니다.
//! **복사되는 것은 변수만이 아닙니다. 아직 내보내지 않은 출력 버퍼까지 복사되고, 그 뒤로는 서로 보지 못합니다.**
//!
//! - `fork_child`와 `Forked::wait`: `lib.rs`에 있습니다. `wait`는 자식을 거두고 [`ExitStatus`](std::process::ExitStatus)를 돌려줍니다.
//! - [`Write::flush`](std::io::Write::flush): 버퍼에 남은 출력을 내보냅니다. `print!`는 줄이 끝나지 않으면 버퍼에 남습니다.
//!   파이썬의 `print(…, flush=True)`입니다.
//! - [`ExitStatusExt::signal`](std::os::unix::process::ExitStatusExt::signal): 신호로 끝났으면 그 번호입니다. `into_raw()`는 코드가 아닙니다.

#![cfg(unix)]

use std::io;
use std::os::unix::process::ExitStatusExt;

use super::fork_child;

/// 자식이 알려 준 것입니다.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `change`가 돌려준 값입니다.
    Told(u8),
    /// 말하지 못하고 이 번호의 신호로 끝났습니다. 패닉이면 6입니다.
    Killed(i32),
}

/// 자식의 사본에 `change`를 미리 해 보고, 어떻게 되었는지만 돌려줍니다. 부모의 `value`는 그대로입니다.
///
/// - `change`는 자식에서 한 번만 실행되고, 돌려준 값은 반환 코드로 옵니다.
/// - 부르기 전에 부모가 출력한 것은 한 번만 나옵니다. 자식이 출력한 것은 그 뒤에 나옵니다.
/// - 돌아올 때 자식은 이미 거두어져 있습니다. 부른 쪽의 다른 자식은 거두지 않습니다.
/// - 자식을 만들지 못하면 그 오류를 돌려줍니다.
///
/// 지금 코드는 자식이 말한 값을 잘못 읽고, 출력도 두 번 나옵니다. 고치세요.
pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    let status = fork_child(|| i32::from(change(value)))?.wait()?;
    Ok(Outcome::Told(status.into_raw() as u8))
}
