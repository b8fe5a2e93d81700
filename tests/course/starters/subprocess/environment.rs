//! 작업 폴더, 환경 변수, 셸
//!
//! 파이썬의 `run`은 리스트를 셸에 넘기지 않습니다. `$HOME`도 `*`도 `;`도 글자일 뿐입니다. `shell=True`는 문자열 하나를 `/bin/sh -c`에 넘깁니다.
//! 이때 리스트를 주면 첫째만 명령이 되고 나머지는 셸의 `$0`, `$1`이 됩니다. `env=`는 환경 변수를 더하지 않고 통째로 바꿉니다.
//! Rust의 `envs()`는 더합니다. 없는 폴더를 `current_dir`에 주면, 시작할 때의 오류는 프로그램이 없을 때와 똑같습니다.
//!
//! - [`Command::env_clear`](std::process::Command::env_clear), [`Command::envs`](std::process::Command::envs), [`Command::current_dir`](std::process::Command::current_dir): 자식의 환경 변수와 폴더를 정합니다.
//! - [`Path::metadata`]: 그 경로에 무엇이 있는지 묻습니다. 없으면 오류입니다.

use std::io;
use std::path::Path;
use std::process::Command;

/// 파이썬의 `args`입니다.
#[derive(Clone, Copy, Debug)]
pub enum Args<'a> {
    /// `["echo", "안녕"]`
    List(&'a [&'a str]),
    /// `"echo 안녕"`
    Line(&'a str),
}

impl<'a> Args<'a> {
    /// 문자열은 인수 하나로 칩니다.
    pub fn words(&self) -> &[&'a str] {
        match self {
            Args::List(words) => words,
            Args::Line(line) => std::slice::from_ref(line),
        }
    }
}

/// 시작하기 직전의 명령입니다. 부모의 폴더와 환경 변수는 잠시도 바꾸지 않습니다. 표준 입출력과 프로세스 그룹은 시작하는 쪽이 정합니다.
///
/// - `shell`이 아니면 리스트의 첫째가 프로그램이고, 문자열은 통째로 프로그램의 이름입니다.
/// - `shell`이면 `/bin/sh -c` 뒤에 문자열이나 리스트가 그대로 이어집니다.
/// - `cwd`에 폴더가 없으면 경로를 모두 말하는 오류입니다. 아무것도 없으면 `NotFound`, 폴더가 아니면 `NotADirectory`입니다.
/// - `env`가 있으면 환경 변수는 그것뿐입니다. 같은 이름이 또 나오면 뒤의 값입니다.
pub fn command(
    args: Args<'_>,
    shell: bool,
    cwd: Option<&Path>,
    env: Option<&[(&str, &str)]>,
) -> io::Result<Command> {
    todo!("args({args:?}), shell({shell}), cwd({cwd:?}), env({env:?})대로 시작할 Command를 만드세요.")
}
