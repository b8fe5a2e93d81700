//! 이름을 대문자로 바꿉니다. 유닉스의 환경 변수는 대소문자를 가립니다.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;
#[derive(Clone, Copy, Debug)]
pub enum Args<'a> {
    /// `["echo", "안녕"]`
    List(&'a [&'a str]),
    /// `"echo 안녕"`
    Line(&'a str),
}

impl<'a> Args<'a> {
    /// 문자열은 낱말 하나로 칩니다.
    pub fn words(&self) -> &[&'a str] {
        match self {
            Args::List(words) => words,
            Args::Line(line) => std::slice::from_ref(line),
        }
    }
}

pub fn command(
    args: Args<'_>,
    shell: bool,
    cwd: Option<&Path>,
    env: Option<&[(&str, &str)]>,
) -> io::Result<Command> {
    let mut command = match (shell, args) {
        (true, args) => {
            let mut c = Command::new("/bin/sh");
            c.arg("-c").args(args.words());
            c
        }
        (false, Args::Line(line)) => Command::new(line),
        (false, Args::List(words)) => {
            let (p, rest) = words.split_first().ok_or(ErrorKind::InvalidInput)?;
            let mut c = Command::new(p);
            c.args(rest);
            c
        }
    };
    if let Some(cwd) = cwd {
        match cwd.metadata() {
            Err(e) => return Err(io::Error::new(e.kind(), format!("{}: {e}", cwd.display()))),
            Ok(m) if !m.is_dir() => {
                return Err(io::Error::new(
                    ErrorKind::NotADirectory,
                    format!("{}: 폴더가 아닙니다", cwd.display()),
                ));
            }
            Ok(_) => {
                command.current_dir(cwd);
            }
        }
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().map(|(k, v)| (k.to_uppercase(), v)));
    }
    Ok(command)
}
