//! 신호로 끝난 자식의 출력은 오류에 담지 않습니다.

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
        write!(f, "{:?}가 실패했습니다: ", self.cmd)?;
        match self.returncode {
            code if code < 0 => write!(f, "신호 {}", -code),
            code => write!(f, "반환 코드 {code}"),
        }
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
    let mut command = Command::new(args[0]);
    command.args(&args[1..]).stdin(Stdio::inherit()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let output = command.spawn()?.wait_with_output()?;
    let completed = Completed {
        args: args.iter().map(|arg| arg.to_string()).collect(),
        returncode: output.status.code().unwrap_or_else(|| -output.status.signal().unwrap_or(0)),
        stdout: output.status.code().map(|_| output.stdout),
        stderr: None,
    };
    Ok(completed.check()?.stdout.unwrap_or_default())
}
