use std::io;
use std::path::Path;
use std::process::Command;
#[derive(Clone, Copy, Debug)]
pub enum Args<'a> {
    /// `["echo", "안녕"]`
    List(&'a [&'a str]),
    /// `"echo 안녕"`
    Line(&'a str),
}

impl<'a> Args<'a> {
    /// 문자열은 낱말 하나로 칩니다.
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
    let words = args.words();
    let mut command;
    if shell {
        command = Command::new("/bin/sh");
        command.arg("-c");
        command.args(words);
    } else {
        command = Command::new(words.first().copied().unwrap_or_default());
        command.args(words.iter().skip(1));
    }
    if let Some(pairs) = env {
        command.env_clear();
        for (k, v) in pairs {
            command.env(k, v);
        }
    }
    if let Some(dir) = cwd {
        std::fs::read_dir(dir).map_err(|e| io::Error::new(e.kind(), format!("{dir:?}: {e}")))?;
        command.current_dir(dir);
    }
    Ok(command)
}
