//! 셸에 준 리스트에서 첫째만 넘깁니다. 나머지는 셸의 `$0`, `$1`이 되어야 합니다.

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
    let words = match &args {
        Args::List(words) => *words,
        Args::Line(line) => std::slice::from_ref(line),
    };
    let mut command = if shell { Command::new("/bin/sh") } else { Command::new(words[0]) };
    if shell {
        command.arg("-c").arg(words[0]);
    } else {
        command.args(&words[1..]);
    }
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
    Ok(command)
}
