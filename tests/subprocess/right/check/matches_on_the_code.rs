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
        write!(f, "명령 `{}`이(가) ", self.cmd.join(" ").escape_debug())?;
        match self.returncode {
            signal @ ..0 => write!(f, "신호 {}로 끝났습니다.", -signal),
            code => write!(f, "반환 코드 {code}로 실패했습니다."),
        }
    }
}

impl Completed {
    pub fn check(self) -> Result<Completed, CalledProcessError> {
        match self {
            Completed { returncode: 0, .. } => Ok(self),
            Completed { args: cmd, returncode, stdout, stderr } => {
                Err(CalledProcessError { cmd, returncode, stdout, stderr })
            }
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
    Ok(completed.check()?.stdout.unwrap_or_default())
}
