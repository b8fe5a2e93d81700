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
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    let mut pipe = child.stdout.take().expect("파이프입니다");
    let reader = std::thread::spawn(move || {
        let mut stdout = Vec::new();
        std::io::Read::read_to_end(&mut pipe, &mut stdout).map(|_| stdout)
    });
    let status = child.wait()?;
    let output = std::process::Output { status, stdout: reader.join().unwrap()?, stderr: Vec::new() };
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
