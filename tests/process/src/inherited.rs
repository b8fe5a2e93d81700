//! What a child has of its parent where nothing else was asked for.

use std::ffi::OsString;
use std::io::Write;

use crate::{Program, Role, demand, program, variable_of_bytes};

/// What [`inherits`] starts: every topic has these programs.
pub(crate) const ROLES: &[Role] = &[
    Role { name: "environment", run: |_| said(&environment()) },
    Role { name: "place", run: |_| said(&std::env::current_dir().unwrap_or_default().to_string_lossy()) },
    Role { name: "group", run: |_| group() },
];

const NOTHING: &str = "환경 변수, 작업 폴더, 프로세스 그룹을 따로 정하는 줄(`env`, `env_clear`, `current_dir`, `process_group`)을 지웁니다. 정하지 않은 것은 부모의 것입니다.";
const TEXT: &str = "부모의 환경 변수를 글자로 옮겨 담지 않습니다. 정하지 않으면 그대로 물려받습니다.";

/// Finds whether what this starts has the environment, the folder and the group of this process. To be called first in a
/// case; `run` gives the code and the output of a program.
///
/// # Panics
/// If it has another.
#[track_caller]
pub fn inherits(run: impl Fn(&Program) -> (i32, String)) {
    variable_of_bytes("PLAIN", "값".as_bytes());
    variable_of_bytes("BYTES", b"\xff");
    let found = run(&program("environment", &[])).1;
    let has = |wanted: &str| found.lines().any(|line| line == wanted);
    demand(has("PLAIN=값"), NOTHING, || {
        "부모의 환경 변수 PLAIN이 자식에게 그대로 전해지지 않습니다.".into()
    });
    demand(has("BYTES=\u{fffd}"), TEXT, || {
        "부모의 환경 변수 BYTES는 글자가 아닌 바이트인데, 자식에게 그대로 전해지지 않습니다.".into()
    });
    let own = |line: &&str| {
        let (name, value) = line.split_once('=').unwrap_or_default();
        std::env::var_os(name).is_none_or(|own| own.to_string_lossy() != value)
    };
    let added = found.lines().find(own);
    demand(added.is_none(), NOTHING, || {
        format!("부모에게 없는 환경 변수가 자식에게 있습니다: {}", added.unwrap_or_default())
    });
    let here = std::env::current_dir().unwrap_or_default();
    let place = run(&program("place", &[])).1;
    demand(here.to_str() == Some(&*place), NOTHING, || {
        format!("자식의 작업 폴더는 부모의 것이어야 하는데 {place:?}입니다.")
    });
    let code = run(&program("group", &[])).0;
    demand(code == 0, NOTHING, || {
        "자식을 다른 프로세스 그룹에서 시작합니다. Ctrl-C의 신호가 자식에게 가지 않습니다.".into()
    });
}

fn said(text: &str) -> i32 {
    let mut to = std::io::stdout();
    to.write_all(text.as_bytes()).and_then(|()| to.flush()).map_or(1, |()| 0)
}

fn environment() -> String {
    let lossy = |(name, value): (OsString, OsString)| {
        format!("{}={}\n", name.to_string_lossy(), value.to_string_lossy())
    };
    let mut lines: Vec<String> = std::env::vars_os().map(lossy).collect();
    lines.sort();
    lines.concat()
}

fn group() -> i32 {
    let parents = nix::unistd::getpgid(Some(nix::unistd::getppid()));
    i32::from(parents != Ok(nix::unistd::getpgrp()))
}
