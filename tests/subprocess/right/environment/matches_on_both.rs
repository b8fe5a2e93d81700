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
    let mut command = Command::new("/bin/sh");
    match (args, shell) {
        (Args::Line(line), true) => {
            command.arg("-c").arg(line);
        }
        (Args::List(words), true) => {
            command.arg("-c").args(words);
        }
        (Args::Line(program), false) => command = Command::new(program),
        (Args::List(words), false) => {
            command = Command::new(words[0]);
            command.args(&words[1..]);
        }
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
