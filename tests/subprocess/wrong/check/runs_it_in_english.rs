//! 오류 메시지를 영어로 받으려고 `LC_ALL`을 바꿉니다.

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
    let output = Command::new(program)
        .args(rest)
        .env("LC_ALL", "C")
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
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
