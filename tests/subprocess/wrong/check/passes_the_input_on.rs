//! 부모의 표준 입력을 모두 읽어 파이프로 넘깁니다. 읽지 않는 자식에게 주어도 부모의 입력이 사라집니다.

use std::error::Error;
use std::fmt;
use std::process::{Command, ExitStatus, Stdio};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    pub args: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct CalledProcessError {
    pub cmd: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

impl Error for CalledProcessError {}

impl fmt::Display for CalledProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.returncode < 0 { "신호" } else { "반환 코드" };
        write!(f, "{:?}: {kind} {}", self.cmd, self.returncode.abs())
    }
}

impl Completed {
    pub fn check(self) -> Result<Completed, CalledProcessError> {
        if self.returncode == 0 {
            return Ok(self);
        }
        let Completed { args, returncode, stdout, stderr } = self;
        Err(CalledProcessError { cmd: args, returncode, stdout, stderr })
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let [program, rest @ ..] = args else { return Err("args가 비어 있습니다.".into()) };
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    let mut input = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin(), &mut input)?;
    let writer = child
        .stdin
        .take()
        .map(|mut stdin| std::thread::spawn(move || std::io::Write::write_all(&mut stdin, &input)));
    let output = child.wait_with_output()?;
    let _ = writer.map(std::thread::JoinHandle::join);
    let completed = Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: Some(output.stdout),
        stderr: None,
    };
    Ok(completed.check()?.stdout.unwrap_or_default())
}

fn returncode(status: ExitStatus) -> i32 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return -signal;
    }
    status.code().unwrap_or(-1)
}
