//! 리스트도 셸에 넘깁니다. 인수 속의 `;`과 `$(...)`이 명령이 됩니다.

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

fn named(cwd: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", cwd.display()))
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
    let mut command = Command::new("/bin/sh");
    if shell {
        command.arg("-c").args(words);
    } else {
        command.arg("-c").arg(words.join(" "));
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
    }
    if let Some(cwd) = cwd {
        if !cwd.metadata().map_err(|error| named(cwd, error))?.is_dir() {
            return Err(named(cwd, io::ErrorKind::NotADirectory.into()));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
