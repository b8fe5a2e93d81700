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
    let shell: &[&str] = if shell { &["/bin/sh", "-c"] } else { &[] };
    let mut all = shell.iter().chain(words);
    let program = all.next().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(program);
    command.args(all);
    if env.is_some() {
        command.env_clear();
    }
    for (name, value) in env.unwrap_or_default() {
        command.env(name, value);
    }
    if let Some(cwd) = cwd {
        if !cwd.metadata().map_err(|error| named(cwd, error))?.is_dir() {
            return Err(named(cwd, io::ErrorKind::NotADirectory.into()));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
