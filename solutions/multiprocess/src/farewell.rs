//! 끝내 달라고 하고, 끝내고, 거두기
//!
//! 파이썬의 `Process.terminate()`는 SIGTERM을, `kill()`은 SIGKILL을 보냅니다. 둘 다 그 프로세스에만 가고, 손자는 남습니다. SIGTERM을 받은
//! 프로세스는 하던 일을 마무리할 수 있지만 무시할 수도 있습니다. SIGKILL은 무시할 수 없고, 마무리할 틈도 없습니다.
//! **번호는 거둘 때까지만 그 프로세스의 것입니다. 신호는 거두기 전에 보냅니다.**
//!
//! - [`rustix::process::kill_process_group`]: 그룹 전체에 신호를 보냅니다. 번호는 그룹 리더의 것이고, 여기서는 자식의 번호입니다.
//! - `wait_for_end(자식, 한도)`: `lib.rs`에 있습니다. 한도까지 기다리되 거두지 않습니다. 파이썬의 `join(timeout)`은 거두기도 합니다.
//! - [`Child::wait`](std::process::Child::wait): 끝나기를 기다려 거둡니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

/// 그룹의 리더로 시작한 자식과, 같은 그룹의 자손을 모두 끝냅니다. 자식이 끝난 방식을 돌려줍니다.
///
/// - 먼저 그룹에 SIGTERM을 보내고, 자식이 끝나기를 `limit`까지 기다립니다. 먼저 끝나면 바로 나아갑니다.
/// - 자식이 끝났든 한도가 지났든, 남은 그룹에 SIGKILL을 보냅니다. 그다음에 자식을 거둡니다.
/// - SIGTERM은 한 번만 보냅니다. 두 번째를 재촉으로 여기는 프로그램이 있습니다.
/// - 부른 쪽의 다른 자식은 거두지 않습니다.
/// - 되풀이해 깨어나 끝났는지 묻지 않습니다. 이미 끝난 자식은 기다리지 않습니다. `limit`은 `Duration::MAX`까지 됩니다.
pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
