//! 표를 파이썬에 한꺼번에 건네고, 결과를 한 줄씩 견줍니다.

mod cases;
mod outcome;

use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use cases::{Case, cases};
use outcome::{literal, outcome};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/subprocess/parity/parity.py");

/// 결과가 파이썬과 다른 경우와 그 까닭입니다. 여기 적고도 같으면 그것도 실패입니다.
const DIFFERENT: [(&str, &str); 4] = [
    ("빈 목록", "파이썬은 IndexError를 내고, Run은 잘못된 인수라는 오류를 돌려줍니다."),
    ("출력을 닫고 버팀", "출력이 끝난 뒤에 지난 한도의 오류에 파이썬은 읽은 것을 담지 않고, Run은 담습니다."),
    (
        "빈 이름",
        "파이썬은 PATH의 폴더 자체를 실행하려다 PermissionError를 내고, Run은 없는 프로그램이라고 합니다.",
    ),
    ("이름에 =가 든 환경 변수", "파이썬은 ValueError를 내고, 러스트의 Command는 그대로 넘깁니다."),
];

fn python(cases: &[Case]) -> Result<Vec<String>, Failed> {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let table = format!("[{}]", cases.iter().map(literal).collect::<Vec<_>>().join(", "));
    let output = solution_subprocess::communicate::communicate(child, table.as_bytes())?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_string).collect())
}

/// 한도를 기다리는 경우가 많아서 네 갈래로 나누어 돌립니다.
fn outcomes(cases: &[Case]) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::SeqCst);
            let Some(case) = cases.get(index) else { return found };
            found.push((index, outcome(case)));
        }
    };
    let mut found: Vec<(usize, String)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("Run은 패닉하지 않습니다.")).collect()
    });
    found.sort();
    found.into_iter().map(|(_, outcome)| outcome).collect()
}

fn compare() -> Result<Completion, Failed> {
    let found = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found && std::env::var_os("CI").is_none() {
        return Ok(Completion::ignored_with("python3가 없습니다"));
    }
    let cases = cases();
    assert!(cases.len() >= 80, "비교하는 경우가 {}가지뿐입니다.", cases.len());
    let (late, mut faults): (Vec<_>, Vec<_>) =
        faults(cases)?.into_iter().partition(|(case, _)| case.run.timeout.is_some());
    if !late.is_empty() {
        // 바쁜 기계에서는 자식이 말하기 전에 한도가 지났을 수 있습니다.
        faults.extend(self::faults(late.into_iter().map(|(case, _)| case.patient()).collect())?);
    }
    let faults: Vec<String> =
        faults.into_iter().map(|(case, fault)| format!("{}: {fault}", case.name)).collect();
    if faults.is_empty() { Ok(Completion::Completed) } else { Err(faults.join("\n").into()) }
}

/// 결과가 다른 경우와 그 차이입니다.
fn faults(cases: Vec<Case>) -> Result<Vec<(Case, String)>, Failed> {
    let (wanted, found) = thread::scope(|scope| {
        let wanted = scope.spawn(|| python(&cases));
        let found = outcomes(&cases);
        (wanted.join().expect("파이썬을 부르는 스레드는 패닉하지 않습니다."), found)
    });
    let wanted = wanted?;
    assert!(
        wanted.len() == cases.len(),
        "파이썬이 {}가지 가운데 {}가지에만 답했습니다.",
        cases.len(),
        wanted.len()
    );
    let compared = cases.into_iter().zip(wanted).zip(found).filter_map(|((case, wanted), found)| {
        let excused = DIFFERENT.iter().any(|(name, _)| *name == case.name);
        ((found == wanted) == excused).then(|| (case, difference(&wanted, &found)))
    });
    Ok(compared.collect())
}

/// 처음으로 달라지는 곳부터 조금만 보여 줍니다.
fn difference(python: &str, rust: &str) -> String {
    let same = python.bytes().zip(rust.bytes()).take_while(|(left, right)| left == right).count();
    let rest = |text: &str| format!("{:.60} (모두 {}글자)", text.get(same..).unwrap_or(text), text.len());
    format!("{same}글자 뒤에 파이썬 {}, 러스트 {}", rest(python), rest(rust))
}

pub fn main() -> ExitCode {
    let trial = Trial::ignorable_test("파이썬의 subprocess.run과 결과가 같습니다", compare);
    libtest_mimic::run(&Arguments::from_args(), vec![trial]).exit_code()
}
