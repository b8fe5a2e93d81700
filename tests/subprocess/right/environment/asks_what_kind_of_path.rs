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
        let fault = match std::fs::metadata(cwd) {
            Ok(metadata) if metadata.is_dir() => None,
            Ok(_) => Some(io::ErrorKind::NotADirectory),
            Err(error) => Some(error.kind()),
        };
        if let Some(kind) = fault {
            return Err(io::Error::new(kind, format!("작업 폴더로 쓸 수 없습니다: {cwd:?}")));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
