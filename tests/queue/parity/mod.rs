//! 표를 파이썬의 `queue`에 한꺼번에 건네고, 풀이의 큐로 돌린 결과와 한 줄씩 견줍니다.

mod outcome;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs, thread};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use outcome::outcome;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/queue/parity/parity.py");
const CASES: &str = include_str!("cases.txt");

/// 결과가 파이썬과 다른 경우와 그 까닭입니다. 여기 적고도 같으면 그것도 실패입니다.
const DIFFERENT: [(&str, &str); 3] = [
    ("음수 한도로 넣음", "파이썬은 ValueError를 냅니다. Rust의 Duration은 음수가 될 수 없습니다."),
    ("음수 한도로 꺼냄", "파이썬은 ValueError를 냅니다. Rust의 Duration은 음수가 될 수 없습니다."),
    ("음수 크기", "파이썬은 0처럼 끝없이 담습니다. Rust의 usize는 음수가 될 수 없습니다."),
];

/// `단계 / 이름 / maxsize / 부르는 차례`
pub struct Case {
    line: &'static str,
    step: &'static str,
    name: &'static str,
    maxsize: &'static str,
    calls: &'static str,
}

impl Case {
    fn read(line: &'static str) -> Self {
        let cells: Vec<&str> = line.split(" / ").collect();
        let [step, name, maxsize, calls] = cells[..] else { panic!("칸이 넷이 아닙니다: {line}") };
        Self { line, step, name, maxsize, calls }
    }
}

fn cases() -> Vec<Case> {
    let lines = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cases: Vec<Case> = lines.map(Case::read).collect();
    assert!(cases.len() >= 60, "비교하는 경우가 {}가지뿐입니다.", cases.len());
    cases
}

fn minor_version(python: &str) -> Option<u32> {
    let output = Command::new(python).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.strip_prefix("Python 3.")?.split('.').next()?.trim().parse().ok()
}

/// 3.`least` 이상인 파이썬입니다. PATH에 없으면 pyenv에 있는 것을 찾습니다.
fn python(least: u32) -> Option<String> {
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let kept = root.and_then(|root| fs::read_dir(root.join("versions")).ok());
    let kept = kept.into_iter().flatten().flatten().map(|version| version.path().join("bin/python3"));
    let named = ["python3", "python"].map(PathBuf::from).into_iter();
    let mut all = named.chain(kept).map(|path| path.to_string_lossy().into_owned());
    all.find(|python| minor_version(python).is_some_and(|version| version >= least))
}

/// 파이썬의 결과를 경우마다 한 줄씩 돌려줍니다.
fn asked(python: &str, cases: &[Case]) -> Result<Vec<String>, Failed> {
    let mut command = Command::new(python);
    command.arg(SCRIPT).env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().expect("파이프로 열었습니다.");
    let table: String = cases.iter().map(|case| format!("{}\n", case.line)).collect();
    let output = thread::scope(|scope| {
        scope.spawn(move || input.write_all(table.as_bytes()));
        child.wait_with_output()
    })?;
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_string).collect())
}

fn compare(cases: &[Case], python: Option<String>, missing: &str) -> Result<Completion, Failed> {
    let Some(python) = python else { return Ok(Completion::ignored_with(missing)) };
    let answers = asked(&python, cases)?;
    if answers.len() != cases.len() {
        let said = format!("파이썬이 {}가지 가운데 {}가지에만 답했습니다.", cases.len(), answers.len());
        return Err(said.into());
    }
    let mut faults = Vec::new();
    for (case, wanted) in cases.iter().zip(answers) {
        let found = outcome(case);
        let excused = DIFFERENT.iter().any(|(name, _)| *name == case.name);
        if (found == wanted) == excused {
            faults.push(format!("{}\n  파이썬: {wanted}\n  Rust: {found}", case.line));
        }
    }
    if faults.is_empty() { Ok(Completion::Completed) } else { Err(faults.join("\n").into()) }
}

pub fn main() -> ExitCode {
    let (new, old): (Vec<Case>, Vec<Case>) = cases().into_iter().partition(|case| case.step == "shutdown");
    let in_ci = env::var_os("CI").is_some();
    let trials = vec![
        Trial::ignorable_test("파이썬의 queue와 결과가 같습니다", move || {
            let python = python(8);
            if in_ci && python.is_none() {
                return Err("CI에는 python3가 있어야 합니다.".into());
            }
            compare(&old, python, "python3가 없습니다")
        }),
        Trial::ignorable_test("파이썬 3.13의 shutdown과 결과가 같습니다", move || {
            compare(&new, python(13), "3.13 이상인 파이썬이 없습니다")
        }),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
