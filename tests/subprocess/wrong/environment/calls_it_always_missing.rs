//! 폴더가 아니면 언제나 없다고 합니다. 파일을 준 것과 없는 경로를 준 것은 고치는 법이 다릅니다.

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
        command.arg("-c").args(words);
    } else {
        command.args(&words[1..]);
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
    }
    if let Some(cwd) = cwd {
        if !cwd.is_dir() {
            return Err(io::Error::new(
                io::ErrorKind::NotFound,
                format!("{}: 폴더가 없습니다.", cwd.display()),
            ));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
