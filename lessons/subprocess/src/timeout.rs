//! 시간 한도와 프로세스 그룹
//!
//! 파이썬의 `run(..., timeout=2)`는 한도가 지나면 자식을 죽이고 거둔 뒤 `TimeoutExpired`를 던집니다. 그때까지 읽은 출력은 그 안에 있습니다.
//! 그러나 죽는 것은 자식뿐이라, 셸이 시작한 손자는 살아남아 파이프를 쥐고 있습니다. 자식을 프로세스 그룹(process group)의
//! 우두머리로 시작하면 그룹 전체에 신호를 보낼 수 있습니다. 유닉스에만 있는 길이고, 윈도에서는 자식만 죽입니다.
//! 명령 `kill`에 음수를 주지는 않습니다. `kill -9 -12345`의 `-12345`를 선택지로 잘못 읽고 모든 프로세스(-1)에 신호를 보내는 판이 있습니다.

use std::error::Error;
use std::fmt;
use std::io::Write;
use std::process::{Child, Command, Output};
use std::thread;
use std::time::{Duration, Instant};

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

/// 자식을 새 그룹의 우두머리로 시작하게 합니다. 손자도 이 그룹에 들고, 그룹의 번호는 자식의 번호입니다.
pub fn own_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
}

/// `own_group`으로 시작한 자식과 `limit` 동안 주고받습니다. 자식이 끝나고 출력도 끝나면 바로 돌아옵니다. 파이프로 잇지 않은 것은 건너뜁니다.
///
/// 그 안에 끝나지 않으면 그룹을 모두 죽이고 자식을 거둔 뒤, 읽은 데까지를 `TimeoutExpired`로 돌려줍니다.
/// 제때 끝난 자식에게는 신호를 보내지 않습니다. 거둔 번호는 남의 것일 수 있습니다.
///
/// 지금 코드는 자식만 죽이고, 나온 출력도 잃습니다. 고치세요.
pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now() + limit;
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    while child.try_wait()?.is_none() {
        if Instant::now() > deadline {
            child.kill()?;
            return Err(TimeoutExpired { stdout: Vec::new(), stderr: Vec::new() }.into());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(child.wait_with_output()?)
}
