//! 부모의 환경 변수를 모두 지웠다가 되돌립니다. 그사이 다른 스레드가 빈 환경을 봅니다.

use std::io::{self, ErrorKind};
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
    if let Some(env) = env {
        let old: Vec<_> = std::env::vars_os().collect();
        // SAFETY: 이 함수를 부르는 동안 환경 변수를 읽는 스레드가 없다고 믿었습니다.
        unsafe {
            for (k, _) in &old {
                std::env::remove_var(k);
            }
            for (k, v) in old {
                std::env::set_var(k, v);
            }
        }
    }

    let mut command = match (shell, args) {
        (true, args) => {
            let mut c = Command::new("/bin/sh");
            c.arg("-c").args(args.words());
            c
        }
        (false, Args::Line(line)) => Command::new(line),
        (false, Args::List(words)) => {
            let (p, rest) = words.split_first().ok_or(ErrorKind::InvalidInput)?;
            let mut c = Command::new(p);
            c.args(rest);
            c
        }
    };
    if let Some(cwd) = cwd {
        match cwd.metadata() {
            Err(e) => return Err(io::Error::new(e.kind(), format!("{}: {e}", cwd.display()))),
            Ok(m) if !m.is_dir() => {
                return Err(io::Error::new(
                    ErrorKind::NotADirectory,
                    format!("{}: 폴더가 아닙니다", cwd.display()),
                ));
            }
            Ok(_) => {
                command.current_dir(cwd);
            }
        }
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
    }
    Ok(command)
}
