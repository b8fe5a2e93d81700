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
        f.write_str("명령 ")?;
        f.debug_list().entries(&self.cmd).finish()?;
        match self.returncode {
            signal @ i32::MIN..0 => write!(f, "이 신호 {}(으)로 끝났습니다.", signal.unsigned_abs()),
            code => write!(f, "이 반환 코드 {code}(으)로 실패했습니다."),
        }
    }
}

impl Completed {
    pub fn check(self) -> Result<Completed, CalledProcessError> {
        match self {
            ok @ Completed { returncode: 0, .. } => Ok(ok),
            Completed { args: cmd, returncode, stdout, stderr } => {
                Err(CalledProcessError { cmd, returncode, stdout, stderr })
            }
        }
    }
}

pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let [program, rest @ ..] = args else { return Err("args가 비어 있습니다.".into()) };
    let output = Command::new(program)
        .args(rest)
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
