//! Runs a program of the book and says what it printed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use libtest_mimic::Failed;

/// Far more than any program of the book takes, even on a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);

/// The compiler whose words are quoted.
const COMPILER: &str = "rustc 1.95.";

/// A folder of its own for what one program leaves behind.
fn desk(program: &Path) -> PathBuf {
    let name: String = program
        .to_string_lossy()
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    let folder = env::temp_dir().join(format!("book{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for what the program prints");
    folder
}

/// Both streams, in the order they were written.
fn output(command: &mut Command, desk: &Path) -> Result<(ExitStatus, String), Failed> {
    let transcript = desk.join("transcript");
    let printed = File::create(&transcript)?;
    let mut child = command.stdin(Stdio::null()).stdout(printed.try_clone()?).stderr(printed).spawn()?;
    let end = Instant::now() + DEADLINE;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            return Err(format!(
                "{}초가 지나도 끝나지 않습니다.\n{}",
                DEADLINE.as_secs(),
                crate::read(&transcript)
            )
            .into());
        }
        thread::sleep(Duration::from_millis(5));
    };
    let said = String::from_utf8_lossy(&fs::read(&transcript)?).into_owned();
    Ok((status, said))
}

fn succeeded((status, said): (ExitStatus, String)) -> Result<String, Failed> {
    if status.success() { Ok(said) } else { Err(format!("{status}\n{said}").into()) }
}

/// Major, minor and the third: 3.14.1.
fn version(python: &str) -> Option<(u32, u32, u32)> {
    let output =
        Command::new(python).arg("--version").output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.trim().strip_prefix("Python ")?.split('.').map_while(|number| number.parse().ok());
    Some((numbers.next()?, numbers.next()?, numbers.next().unwrap_or(0)))
}

/// What pyenv keeps, whichever of them is in use.
fn of_pyenv() -> Vec<String> {
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let versions = root.and_then(|root| fs::read_dir(root.join("versions")).ok());
    let programs = versions.into_iter().flatten().flatten().map(|version| version.path().join("bin/python3"));
    programs.map(|program| program.to_string_lossy().into_owned()).collect()
}

/// What CI has unpacked beside the system: `tests/python/newest.sh`.
fn unpacked() -> Vec<String> {
    let folders = fs::read_dir(beside("python")).into_iter().flatten().flatten();
    let programs =
        folders.map(|version| version.path().join("usr/bin/python3")).filter(|program| program.exists());
    programs.map(|program| program.to_string_lossy().into_owned()).collect()
}

/// The oldest and the newest Python that are new enough for the script, as its inline metadata (PEP 723) asks, and the one that
/// `python3` starts, each once. In CI there must be one for a script that asks for nothing.
pub(crate) fn pythons_for(script: &str) -> Vec<String> {
    let asked = script.lines().find_map(|line| {
        let version = line.strip_prefix("# requires-python = \">=3.")?.strip_suffix('"')?;
        let (minor, patch) = version.split_once('.').unwrap_or((version, "0"));
        Some((3, minor.parse().ok()?, patch.parse().ok()?))
    });
    let least = asked.unwrap_or((3, 10, 0));
    let named = (10..20).map(|minor| format!("python3.{minor}"));
    let candidates = std::iter::once("python3".to_owned()).chain(named).chain(of_pyenv()).chain(unpacked());
    let mut known: Vec<((u32, u32, u32), String)> = Vec::new();
    for python in candidates {
        if let Some(found) = version(&python).filter(|found| *found >= least)
            && known.iter().all(|(other, _)| *other != found)
        {
            known.push((found, python));
        }
    }
    assert!(
        !known.is_empty() || asked.is_some() || env::var_os("CI").is_none(),
        "CI에는 파이썬 3.10 이상이 있어야 합니다."
    );
    let usual = known.first().cloned();
    known.sort();
    let mut chosen: Vec<_> =
        [known.first().cloned(), known.last().cloned(), usual].into_iter().flatten().collect();
    chosen.sort();
    chosen.dedup();
    chosen.into_iter().map(|(_, python)| python).collect()
}

/// The versions that run what asks for none, and those whose threads frontrun orders.
pub(crate) fn versions() -> String {
    let told = |pythons: Vec<String>| {
        let found: Vec<String> = pythons
            .iter()
            .filter_map(|python| version(python))
            .map(|(major, minor, _)| format!("{major}.{minor}"))
            .collect();
        if found.is_empty() { "none".to_owned() } else { found.join(", ") }
    };
    let under_frontrun =
        frontruns().into_iter().map(|home| home.join("bin/python").to_string_lossy().into_owned());
    format!("{}; every order of its threads on {}", told(pythons_for("")), told(under_frontrun.collect()))
}

/// How long a thread may hold the interpreter, in seconds: hardly at all, and as long as Python lets it.
pub(crate) const SWITCH_INTERVALS: [&str; 2] = ["0.000001", "0.005"];

pub(crate) fn script(python: &str, script: &Path, interval: &str) -> Result<String, Failed> {
    let desk = desk(script);
    let mut command = Command::new(python);
    command.arg(script).current_dir(&desk);
    command.env("PYTHONIOENCODING", "utf-8").env("PYTHONUNBUFFERED", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("PYTHONPATH", crate::book().join("tests/python/switch")).env("SWITCH_INTERVAL", interval);
    let said = succeeded(output(&mut command, &desk)?);
    fs::remove_dir_all(desk)?;
    said
}

/// A folder that CI fills, in the target folder: `frontrun` with a Python of its own for each version, `python`.
fn beside(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name(name)
}

/// The environments that have frontrun.
fn frontruns() -> Vec<PathBuf> {
    let mut homes: Vec<PathBuf> =
        fs::read_dir(beside("frontrun")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    homes.sort();
    homes
}

/// What the threads of Python do under every order, for each Python for which frontrun is there.
pub(crate) fn every_order(script: &Path) -> Result<Vec<String>, Failed> {
    let mut said = Vec::new();
    for home in frontruns() {
        let desk = desk(&home);
        let mut command = Command::new(home.join("bin/frontrun"));
        command.arg(home.join("bin/python")).arg(script).current_dir(&desk);
        command
            .env("PYTHONIOENCODING", "utf-8")
            .env("PYTHONUNBUFFERED", "1")
            .env("PYTHONDONTWRITEBYTECODE", "1");
        let told = succeeded(output(&mut command, &desk)?)?;
        // The first line names the library that frontrun has loaded.
        said.push(
            told.lines()
                .filter(|line| !line.starts_with("frontrun:"))
                .map(|line| format!("{line}\n"))
                .collect(),
        );
        fs::remove_dir_all(desk)?;
    }
    Ok(said)
}

fn rustc() -> Command {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.env_remove("RUSTFLAGS");
    rustc
}

pub(crate) fn compiler_is_ours() -> bool {
    rustc().arg("--version").output().is_ok_and(|output| output.stdout.starts_with(COMPILER.as_bytes()))
}

/// Compiles `source` from its own folder, so that messages name the file alone.
fn compile(source: &Path, program: &Path, desk: &Path) -> Result<(ExitStatus, String), Failed> {
    let mut rustc = rustc();
    rustc.args(["--edition=2024", "--color=never", "--error-format=human", "--diagnostic-width=100"]);
    rustc.current_dir(source.parent().expect("a file in a folder"));
    rustc.arg(source.file_name().expect("a file")).arg("-o").arg(program);
    output(&mut rustc, desk)
}

pub(crate) fn program(source: &Path) -> Result<String, Failed> {
    let desk = desk(source);
    let program = desk.join("program").with_extension(env::consts::EXE_EXTENSION);
    let (status, complaints) = compile(source, &program, &desk)?;
    if !status.success() || !complaints.is_empty() {
        return Err(format!("컴파일러가 말합니다.\n{complaints}").into());
    }
    let said = succeeded(output(Command::new(&program).current_dir(&desk), &desk)?);
    fs::remove_dir_all(desk)?;
    said
}

/// What the compiler says of a program that it refuses.
pub(crate) fn refusal(source: &Path) -> Result<String, Failed> {
    let desk = desk(source);
    let (status, said) = compile(source, &desk.join("program"), &desk)?;
    fs::remove_dir_all(desk)?;
    if status.success() {
        return Err("컴파일러가 받아들였습니다.".into());
    }
    Ok(explain::about_the_program(&said))
}
