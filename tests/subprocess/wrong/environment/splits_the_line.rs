//! 문자열을 빈칸에서 나눕니다. 파이썬에서 `shlex.split`을 먼저 부르던 것을 `run`이 한다고 여긴 것입니다.

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
    let split: Vec<&str>;
    let words = match &args {
        Args::List(words) => *words,
        Args::Line(line) if shell => std::slice::from_ref(line),
        Args::Line(line) => {
            split = line.split_whitespace().collect();
            &split
        }
    };
    let mut command = if shell { Command::new("/bin/sh") } else { Command::new(words[0]) };
    if shell {
        command.arg("-c").args(words);
    } else {
        command.args(&words[1..]);
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
