//! 표준 출력을 파이프로 잇습니다. 그것은 시작하는 쪽이 정합니다.

use std::io;
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
    let mut command = if shell {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").args(args.words());
        command
    } else {
        let [program, rest @ ..] = args.words() else { return Err(io::ErrorKind::InvalidInput.into()) };
        let mut command = Command::new(program);
        command.args(rest);
        command
    };
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
    }
    if let Some(cwd) = cwd {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", cwd.display()));
        if !cwd.metadata().map_err(named)?.is_dir() {
            return Err(named(io::ErrorKind::NotADirectory.into()));
        }
        command.current_dir(cwd);
    }
    command.stdout(std::process::Stdio::piped());
    Ok(command)
}
