//! 실행, 출력, 반환 코드
//!
//! 파이썬에서는 `subprocess.run(["echo", "안녕"], stdout=PIPE)`라고 씁니다. Rust의 `Command`도 프로그램과 인수를 따로 받고,
//! 셸을 거치지 않습니다. 신호로 끝난 자식의 `code()`는 `None`이라서, 파이썬처럼 음수를 돌려주려면 신호를 물어야 합니다.
//!
//! - [`Command`](std::process::Command): `args`로 인수를 더하고 `spawn()`으로 시작합니다. 정하지 않은 것은 부모의 것을 물려줍니다.
//! - [`Child::wait_with_output`](std::process::Child::wait_with_output): 파이프로 받은 출력을 둘 다 끝까지 읽고 자식을 거둡니다. 파이썬의 `communicate()`입니다.
//! - [`ExitStatusExt::signal`](std::os::unix::process::ExitStatusExt::signal): 신호로 끝났으면 그 번호입니다.
//! - [`io::Error::new`]: 종류와 말로 오류를 만듭니다. 종류는 `error.kind()`에 있습니다.

use std::io;
#[cfg(unix)]
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};

use super::Completed;

/// 자식의 출력이 갈 곳입니다.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    #[default]
    Inherit,
    Pipe,
    DevNull,
}

impl From<Stream> for Stdio {
    fn from(stream: Stream) -> Stdio {
        match stream {
            Stream::Inherit => Stdio::inherit(),
            Stream::Pipe => Stdio::piped(),
            Stream::DevNull => Stdio::null(),
        }
    }
}

/// 반환 코드입니다. 신호로 끝났으면 그 번호의 음수입니다.
pub fn returncode(status: ExitStatus) -> i32 {
    #[cfg(unix)]
    if let Some(signal) = status.signal() {
        return -signal;
    }
    status.code().unwrap_or(-1)
}

/// `command`를 정해 둔 그대로, 두 출력만 정해 시작합니다. 시작하지 못하면, 오류의 종류는 그대로 두고 말에 프로그램 이름을 넣습니다.
pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))
}

/// `args`의 첫째를 나머지를 인수로 실행하고, 끝날 때까지 기다립니다. `Pipe`로 받지 않은 출력은 `None`입니다.
///
/// - 출력은 얼마가 나오든, 파이프가 끝날 때까지 바이트 그대로 담습니다.
/// - 입력, 환경 변수, 작업 폴더, 프로세스 그룹은 부모의 것을 물려줍니다.
/// - `sleep`이나 `try_wait`의 되풀이로 기다리지 않고, 열어 둔 것을 남기지 않습니다.
pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args.first().ok_or(io::ErrorKind::InvalidInput)?);
    command.args(&args[1..]);
    let output = start(command, stdout, stderr)?.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
