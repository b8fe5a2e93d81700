//! 값을 첫 줄만 남깁니다.

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
        command
            .env_clear()
            .envs(env.iter().map(|(name, value)| (name, value.lines().next().unwrap_or_default())));
    }
    if let Some(cwd) = cwd {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", cwd.display()));
        if !cwd.metadata().map_err(named)?.is_dir() {
            return Err(named(io::ErrorKind::NotADirectory.into()));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
