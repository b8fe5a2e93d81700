//! 자식 프로세스(child process): 위에서부터 한 단계씩 풉니다. 다 풀면 아래의 `Run`이 여섯 조각을 잇습니다.

/// 실행, 출력, 반환 코드
pub mod run;

/// 실패를 오류로
pub mod check;

/// 파이프 교착 상태
pub mod communicate;

/// 시간 한도와 프로세스 그룹
pub mod timeout;

/// 작업 폴더, 환경 변수, 셸
pub mod environment;

/// 바이트에서 글자로
pub mod text;

use std::error::Error;
use std::io;
#[cfg(unix)]
use std::os::fd::OwnedFd as Owned;
#[cfg(windows)]
use std::os::windows::io::OwnedHandle as Owned;
use std::path::Path;
use std::time::Duration;

pub use check::Completed;
use environment::Args;
use run::Stream;
use text::Errors;

/// `subprocess.run`의 인수입니다. 정하지 않은 것은 파이썬의 기본값과 같고, `input`은 언제나 바이트입니다.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run<'a> {
    pub stdin: Stream,
    pub input: Option<&'a [u8]>,
    pub stdout: Stream,
    pub stderr: Stream,
    /// `stderr=STDOUT`입니다. `stderr`는 보지 않고, 오류도 `stdout`이 가는 곳으로 보냅니다.
    pub merge: bool,
    pub capture_output: bool,
    pub shell: bool,
    pub cwd: Option<&'a Path>,
    pub timeout: Option<Duration>,
    pub check: bool,
    pub encoding: Option<&'a str>,
    pub errors: Option<Errors>,
    pub text: bool,
    pub env: Option<&'a [(&'a str, &'a str)]>,
}

impl Run<'_> {
    /// `text`, `encoding`, `errors` 가운데 하나라도 정하면 출력은 UTF-8이고 줄 끝은 `\n`입니다.
    pub fn run(&self, args: Args<'_>) -> Result<Completed, Box<dyn Error>> {
        let Run { stdin, input, mut stdout, mut stderr, encoding, errors, .. } = *self;
        if input.is_some() && stdin != Stream::Inherit {
            return Err("stdin과 input은 함께 쓸 수 없습니다.".into());
        }
        if self.capture_output {
            if self.merge || (stdout, stderr) != (Stream::Inherit, Stream::Inherit) {
                return Err("capture_output은 stdout이나 stderr와 함께 쓸 수 없습니다.".into());
            }
            (stdout, stderr) = (Stream::Pipe, Stream::Pipe);
        }
        let mut command = environment::command(args, self.shell, self.cwd, self.env)?;
        command.stdin(if input.is_some() { Stream::Pipe } else { stdin });
        if self.timeout.is_some() {
            timeout::own_group(&mut command);
        }
        let child =
            if self.merge { start_merged(command, stdout)? } else { run::start(command, stdout, stderr)? };
        let output = match self.timeout {
            Some(limit) => timeout::communicate(child, input.unwrap_or_default(), limit)?,
            None => communicate::communicate(child, input.unwrap_or_default())?,
        };
        let wanted = |stream, bytes: Vec<u8>| match stream {
            Stream::Pipe if self.text || encoding.is_some() || errors.is_some() => {
                let encoding = encoding.unwrap_or("utf-8");
                text::read_text(&bytes[..], encoding, errors.unwrap_or_default())
                    .map(|text| Some(text.into()))
            }
            stream => Ok((stream == Stream::Pipe).then_some(bytes)),
        };
        let completed = Completed {
            args: args.words().iter().map(|word| word.to_string()).collect(),
            returncode: run::returncode(output.status),
            stdout: wanted(stdout, output.stdout)?,
            stderr: wanted(stderr, output.stderr)?,
        };
        Ok(if self.check { completed.check()? } else { completed })
    }

    /// 실패하면 `CalledProcessError`이고, 성공하면 표준 출력입니다.
    pub fn check_output(&self, args: Args<'_>) -> Result<Vec<u8>, Box<dyn Error>> {
        if self.capture_output || self.stdout != Stream::Inherit {
            return Err("check_output에는 stdout과 capture_output을 정할 수 없습니다.".into());
        }
        let completed = Run { stdout: Stream::Pipe, check: true, ..*self }.run(args)?;
        Ok(completed.stdout.unwrap_or_default())
    }
}

/// 파이프 하나의 쓰는 쪽을 표준 출력과 표준 오류에 나누어 줍니다. 그래서 나온 순서대로 담깁니다.
fn start_merged(mut command: std::process::Command, stdout: Stream) -> io::Result<std::process::Child> {
    let (reader, writer) = io::pipe()?;
    match stdout {
        Stream::Inherit => return command.stderr(io::stdout()).spawn(),
        Stream::DevNull => return command.stdout(stdout).stderr(stdout).spawn(),
        Stream::Pipe => command.stdout(writer.try_clone()?).stderr(writer),
    };
    let mut child = command.spawn()?;
    child.stdout = Some(Owned::from(reader).into());
    Ok(child)
}
