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
        if !cwd.is_dir() {
            let kind = if cwd.exists() { io::ErrorKind::NotADirectory } else { io::ErrorKind::NotFound };
            return Err(io::Error::new(kind, cwd.display().to_string()));
        }
        command.current_dir(cwd);
    }
    Ok(command)
}
