//! cwd를 주면 환경 변수 PWD를 더합니다.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;

#[derive(Clone, Copy, Debug)]
pub enum Args<'a> {
    List(&'a [&'a str]),
    Line(&'a str),
}

impl<'a> Args<'a> {
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
    let words = args.words();
    let mut command = if shell {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").args(words);
        command
    } else {
        let (program, rest) = words.split_first().ok_or(ErrorKind::InvalidInput)?;
        let mut command = Command::new(program);
        command.args(rest);
        command
    };
    if let Some(cwd) = cwd {
        let told = |kind| io::Error::new(kind, format!("{}: 폴더가 아닙니다.", cwd.display()));
        let found = cwd.metadata().map_err(|error| told(error.kind()))?;
        if !found.is_dir() {
            return Err(told(ErrorKind::NotADirectory));
        }
        command.current_dir(cwd).env("PWD", cwd);
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
        if let Some(cwd) = cwd {
            command.env("PWD", cwd);
        }
    }
    Ok(command)
}
