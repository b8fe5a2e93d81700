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
        match self.returncode {
            0 => Ok(self),
            returncode => Err(CalledProcessError {
                cmd: self.args.clone(),
                returncode,
                stdout: self.stdout.clone(),
                stderr: self.stderr.clone(),
            }),
        }
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let output =
        Command::new(args[0]).args(&args[1..]).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output()?;
    let code = output.status.code().or(output.status.signal().map(|signal| -signal));
    let completed = Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: code.unwrap_or(-1),
        stdout: Some(output.stdout),
        stderr: None,
    };
    match completed.check() {
        Ok(Completed { stdout: Some(stdout), .. }) => Ok(stdout),
        Ok(_) => Ok(vec![]),
        Err(error) => Err(Box::new(error)),
    }
}
