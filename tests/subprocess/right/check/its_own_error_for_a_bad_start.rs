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
        let Completed { args, returncode, stdout, stderr } = self;
        Err(CalledProcessError { cmd: args, returncode, stdout, stderr })
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut command = Command::new(args.first().ok_or("빈 명령입니다.")?);
    command.args(args.iter().skip(1)).stdin(Stdio::inherit()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let output = match command.spawn().and_then(|child| child.wait_with_output()) {
        Ok(output) => output,
        Err(error) => return Err(format!("{}: {error}", args[0]).into()),
    };
    let code = match (output.status.code(), output.status.signal()) {
        (Some(code), _) => Some(code),
        (None, signal) => signal.map(std::ops::Neg::neg),
    };
    let completed = Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: code.unwrap_or(-1),
        stdout: Some(output.stdout),
        stderr: None,
    };
    Ok(completed.check()?.stdout.unwrap_or_default())
}
