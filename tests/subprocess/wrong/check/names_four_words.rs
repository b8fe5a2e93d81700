//! 명령의 낱말을 넷까지만 말합니다.

use std::error::Error;
use std::fmt;
use std::io::Read;
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
        let words = self.cmd.iter().take(4).map(|w| format!("{w:?}")).collect::<Vec<_>>().join(" ");
        match self.returncode {
            code @ 0.. => write!(f, "{words}: 반환 코드 {code}"),
            signal => write!(f, "{words}: 신호 {}", -signal),
        }
    }
}

impl Completed {
    pub fn check(self) -> Result<Completed, CalledProcessError> {
        if self.returncode == 0 {
            return Ok(self);
        }
        let Completed { args: cmd, returncode, stdout, stderr } = self;
        Err(CalledProcessError { cmd, returncode, stdout, stderr })
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let output =
        Command::new(args[0]).args(&args[1..]).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output()?;
    let completed = Completed {
        args: args.iter().map(|a| a.to_string()).collect(),
        returncode: output.status.code().unwrap_or_else(|| -output.status.signal().unwrap()),
        stdout: Some(output.stdout),
        stderr: None,
    };
    Ok(completed.check()?.stdout.unwrap_or_default())
}
