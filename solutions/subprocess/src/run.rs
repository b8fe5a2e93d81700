//! 실행, 출력, 반환 코드
//!
//! 파이썬에서는 `subprocess.run(["echo", "안녕"], stdout=PIPE)`라고 씁니다. Rust의 `Command`도 프로그램과 인수를 따로 받고,
//! 셸을 거치지 않습니다. 신호로 끝난 자식의 `code()`는 `None`이라서, 파이썬처럼 음수를 돌려주려면 신호를 물어야 합니다.

use std::io;
#[cfg(windows)]
use std::os::windows::io::OwnedHandle as Owned;
#[cfg(unix)]
use std::os::{fd::OwnedFd as Owned, unix::process::ExitStatusExt};
use std::process::{Child, Command, ExitStatus, Stdio};

/// 자식의 출력이 갈 곳입니다. `Stdout`은 `stderr`에만 씁니다. 오류도 `stdout`이 가는 곳으로 보냅니다.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    #[default]
    Inherit,
    Pipe,
    DevNull,
    Stdout,
}

impl From<Stream> for Stdio {
    fn from(stream: Stream) -> Stdio {
        match stream {
            Stream::Inherit => Stdio::inherit(),
            Stream::Pipe => Stdio::piped(),
            Stream::DevNull => Stdio::null(),
            Stream::Stdout => io::stdout().into(),
        }
    }
}

/// 끝난 자식입니다. `Pipe`로 받지 않은 출력은 `None`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Completed {
    pub args: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

/// 반환 코드입니다. 신호로 끝났으면 그 번호의 음수입니다.
pub fn returncode(status: ExitStatus) -> i32 {
    #[cfg(unix)]
    if let Some(signal) = status.signal() {
        return -signal;
    }
    status.code().unwrap_or(-1)
}

/// `command`를 시작합니다. 시작하지 못하면, 오류의 종류는 그대로 두고 말에 프로그램 이름을 넣습니다.
pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    let nowhere = (stdout, stderr) == (Stream::DevNull, Stream::Stdout);
    command.stdout(stdout).stderr(if nowhere { stdout } else { stderr });
    let mut merged = None;
    if (stdout, stderr) == (Stream::Pipe, Stream::Stdout) {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        merged = Some(Owned::from(reader).into());
    }
    let started = command.spawn();
    let mut child = started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    child.stdout = merged.or(child.stdout);
    Ok(child)
}

/// `args`의 첫째를 나머지를 인수로 실행하고, 끝날 때까지 기다립니다.
///
/// 입력과 환경 변수와 프로세스 그룹은 부모의 것을 물려주고, `sleep`이나 `try_wait`의 되풀이로 기다리지 않습니다.
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
