//! 시간 한도와 프로세스 그룹
//!
//! 파이썬의 `run(..., timeout=2)`는 한도가 지나면 자식을 죽이고 거둔 뒤 `TimeoutExpired`를 던집니다. 그때까지 읽은 출력은 그 안에 있습니다.
//! 그러나 죽는 것은 자식뿐이라, 셸이 시작한 손자는 살아남아 파이프를 쥐고 있습니다. 자식을 프로세스 그룹(process group)의
//! 리더로 시작하면 그룹 전체에 신호를 보낼 수 있습니다. 유닉스에만 있는 길이고, 윈도에서는 자식만 죽입니다.
//! 명령 `kill`에 음수를 주지는 않습니다. `kill -9 -12345`의 `-12345`를 옵션으로 잘못 읽고 모든 프로세스(-1)에 신호를 보내는 버전이 있습니다.
//!
//! - [`Receiver::recv_timeout`](std::sync::mpsc::Receiver::recv_timeout): 한도까지만 기다립니다. 그 전에 무엇이 오면 바로 깨어납니다.
//! - `wait_for_end`와 `kill_group`: 아래에 있습니다. 거둘 때까지 번호는 자식의 것이므로, 거두지 않고 기다리고, 거두기 전에 죽입니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Output};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// 한도가 지나도록 끝나지 않았습니다. 그때까지 나온 출력을 들고 있습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct TimeoutExpired {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Error for TimeoutExpired {}

impl fmt::Display for TimeoutExpired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("한도 안에 끝나지 않았습니다.")
    }
}

/// 자식을 새 그룹의 리더로 시작하게 합니다. 손자도 이 그룹에 들고, 그룹의 번호는 자식의 번호입니다.
pub fn own_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
}

/// 번호가 `id`인 자식이 끝나기를 기다립니다. **거두지는 않습니다.** 윈도에서는 기다리지 않습니다.
pub fn wait_for_end(id: u32) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(pid) = Pid::from_raw(id as i32) {
        waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)?;
    }
    Ok(())
}

/// `own_group`으로 시작한 자식의 그룹을 모두 죽입니다. 아직 거두지 않은 자식이라야 합니다.
pub fn kill_group(child: &mut Child) -> io::Result<()> {
    #[cfg(unix)]
    return Ok(kill_process_group(Pid::from_child(child), Signal::KILL)?);
    #[cfg(not(unix))]
    child.kill()
}

/// `own_group`으로 시작한 자식과 `limit`까지 주고받습니다. 파이프로 잇지 않은 것은 건너뜁니다.
/// 자식이 입력을 다 읽지 않고 끝나는 것은 오류가 아닙니다.
///
/// - 한도 안에 자식과 출력이 모두 끝나면 바로 돌아옵니다. 이 자식의 그룹에는 신호를 보내지 않습니다.
/// - 한도가 지나면 그룹을 모두 죽이고, 자식을 거두고, 읽은 데까지를 `TimeoutExpired`로 돌려줍니다.
/// - 한도는 처음부터 한 번만 잽니다. 0부터 `Duration::MAX`까지 무엇이든 됩니다.
/// - `sleep`으로 기다리거나 잠깐씩 깨어나 묻지 않고, 스레드를 남기지 않습니다.
/// - 그룹을 떠나거나, 입력을 읽지 않은 채 쥐고 남는 손자는 없다고 칩니다.
pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let id = child.id();
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (say, ended) = channel();
    thread::scope(|scope| {
        let work = scope.spawn(move || {
            let errors = scope.spawn(move || read(stderr));
            // 자식이 입력을 그만 읽는 것은 오류가 아닙니다.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            let output = read(stdout);
            let errors = errors.join().unwrap();
            let outcome = wait_for_end(id).and(output).and_then(|output| Ok((output, errors?)));
            let _ = say.send(());
            outcome
        });
        let late = ended.recv_timeout(limit).is_err();
        if late {
            kill_group(&mut child)?;
        }
        let (stdout, stderr) = work.join().unwrap()?;
        let status = child.wait()?;
        if late {
            Err(TimeoutExpired { stdout, stderr }.into())
        } else {
            Ok(Output { status, stdout, stderr })
        }
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.map_or(Ok(0), |mut from| from.read_to_end(&mut bytes))?;
    Ok(bytes)
}
