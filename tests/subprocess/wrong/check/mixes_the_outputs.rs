//! 두 출력을 하나로 이어 오류에 담습니다. 파이썬 3.5 전의 `output` 하나만 있던 때처럼 다룬 것입니다.

use std::error::Error;
use std::fmt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

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
        let output = [self.stdout.unwrap_or_default(), self.stderr.unwrap_or_default()].concat();
        Err(CalledProcessError {
            cmd: self.args,
            returncode: self.returncode,
            stdout: Some(output),
            stderr: None,
        })
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let output = Command::new(args[0]).args(&args[1..]).stderr(Stdio::inherit()).output()?;
    let code = output.status.code().or(output.status.signal().map(|signal| -signal));
    let completed = Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: code.unwrap_or(-1),
        stdout: Some(output.stdout),
        stderr: None,
    };
    Ok(completed.check()?.stdout.unwrap_or_default())
}
