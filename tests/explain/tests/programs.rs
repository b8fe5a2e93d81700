//! Each entry has a program that rustc refuses for that mistake, and one that is mended. What rustc says and what we say
//! below it is kept beside them.
//!
//! `INSTA_UPDATE=always cargo test -p explain` writes those files anew.

mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use explain::{Diagnostic, Entry, GROUPS, Message};
use libtest_mimic::{Arguments, Failed, Trial};
use nanoserde::DeJson;

/// The compiler whose words are kept; another may say it in other words.
const COMPILER: &str = "rustc 1.95.";

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("programs")
}

/// A library that this test was linked with, as rustc wants it named.
fn library(name: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(libraries()).ok()?.flatten().map(|entry| entry.path());
    let ours = entries.filter(|path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        file.starts_with(&format!("lib{name}-")) && file.ends_with(".rlib")
    });
    ours.max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
}

fn libraries() -> PathBuf {
    let here = env::current_exe().expect("a test knows where it is");
    here.parent().expect("it lies in a folder").to_path_buf()
}

fn rustc() -> Command {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.env_remove("RUSTFLAGS");
    rustc
}

/// What rustc says of a program, each error and warning.
fn compile(source: &Path) -> Result<Vec<Message>, Failed> {
    let out = env::temp_dir().join(format!("explain-{}", std::process::id()));
    fs::create_dir_all(&out)?;
    let mut rustc = rustc();
    rustc.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--error-format=json"]);
    rustc.args(["--diagnostic-width=100", "-Adead_code", "--out-dir"]).arg(&out);
    rustc.args(["--crate-name", "program", "-L"]).arg(format!("dependency={}", libraries().display()));
    for name in ["crossbeam", "parking_lot"] {
        let library = library(name).ok_or_else(|| format!("no library {name} beside the test"))?;
        rustc.arg("--extern").arg(format!("{name}={}", library.display()));
    }
    rustc.current_dir(source.parent().expect("a file in a folder"));
    let said = rustc.arg(source.file_name().expect("a file")).output()?;
    let lines = String::from_utf8_lossy(&said.stderr).into_owned();
    Ok(lines.lines().filter_map(|line| Message::deserialize_json(line).ok()).collect())
}

fn errors(said: &[Message]) -> impl Iterator<Item = &Message> {
    said.iter().filter(|message| message.refuses())
}

/// Without where rustc has written the name of a type that is too long: another place in each run.
fn without_files(rendered: &str) -> String {
    let of_files =
        ["= note: the full name for the type has been written", "= note: consider using `--verbose`"];
    let is_kept = |line: &&str| !of_files.iter().any(|note| line.trim_start().starts_with(note));
    rendered.lines().filter(is_kept).collect::<Vec<_>>().join("\n")
}

/// The folders of an entry's programs: its own, which the book shows, and one for each other thing it may say.
fn cases(entry: &Entry) -> Vec<PathBuf> {
    let own = programs().join(entry.id);
    let within = fs::read_dir(&own).into_iter().flatten().flatten().map(|found| found.path());
    let mut cases: Vec<PathBuf> = within.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases.insert(0, own);
    cases
}

fn is_refused(entry: &Entry, folder: &Path) -> Result<(), Failed> {
    let said = compile(&folder.join("refused.rs"))?;
    let error = errors(&said).next().ok_or("rustc accepts it")?;
    let diagnostic = Diagnostic::of(error);
    // A macro of the library is told where it is called.
    if let Some(place) = diagnostic.place().filter(|place| place.file != "refused.rs") {
        return Err(format!("it is told of {}:{}", place.file, place.line).into());
    }
    let told = explain::explain(&diagnostic);
    let rendered = explain::about_the_program(error.rendered.as_deref().unwrap_or_default());
    let told = told.ok_or_else(|| format!("nothing is said of\n{rendered}"))?;
    if told.id != entry.id {
        return Err(format!("it is taken for {}:\n{rendered}", told.id).into());
    }
    if speaks_as_kept()? {
        let rendered = without_files(&rendered);
        let text = format!("{rendered}\n\n{}\n{}\n{}\n", told.title, told.means, told.advice);
        keep(&folder.join("told.txt"), &text)?;
    }
    Ok(())
}

/// Whether the compiler is the one whose words are kept.
fn speaks_as_kept() -> Result<bool, Failed> {
    Ok(rustc().arg("--version").output()?.stdout.starts_with(COMPILER.as_bytes()))
}

fn keep(path: &Path, text: &str) -> Result<(), Failed> {
    if env::var_os("INSTA_UPDATE").is_some_and(|wish| wish == "always") {
        return Ok(fs::write(path, text)?);
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    if kept == text { Ok(()) } else { Err(format!("{}\n{text}", path.display()).into()) }
}

fn is_mended(folder: &Path) -> Result<(), Failed> {
    let said = compile(&folder.join("mended.rs"))?;
    match errors(&said).next() {
        Some(error) => Err(error.rendered.as_deref().unwrap_or_default().into()),
        None => Ok(()),
    }
}

fn folders_are_entries() -> Result<(), Failed> {
    let entries: Vec<&str> = GROUPS.iter().flat_map(explain::Group::entries).map(|entry| entry.id).collect();
    for folder in fs::read_dir(programs())?.flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        if !entries.contains(&name.as_str()) {
            return Err(format!("programs/{name} belongs to no entry").into());
        }
    }
    Ok(())
}

/// Where several mistakes share a code, the guide lists them below what the code means.
fn shared_codes_have_a_meaning() -> Result<(), Failed> {
    for code in GROUPS.iter().flat_map(explain::Group::entries).flat_map(|entry| entry.codes) {
        if (explain::of_code(code).count() > 1) != explain::meaning(code).is_some() {
            return Err(format!("{code} is shared without a meaning, or has one and is not shared").into());
        }
    }
    Ok(())
}

/// What is said of the first error of a refused program.
fn told_of(folder: &str) -> Result<explain::Explanation, Failed> {
    let said = compile(&programs().join(folder).join("refused.rs"))?;
    let error = errors(&said).next().ok_or("rustc accepts it")?;
    Ok(explain::explain(&Diagnostic::of(error)).ok_or("nothing is said")?)
}

/// Of two errors with one title the second is not told again, unless its advice is another.
fn another_advice_is_not_the_same() -> Result<(), Failed> {
    let (borrowed, sent) = (told_of("borrows_loop_variable")?, told_of("borrows_loop_variable/sends")?);
    if borrowed.id != sent.id || borrowed.says_the_same_as(&sent) || !sent.says_the_same_as(&sent) {
        return Err(
            "a borrowed variable and a borrowed sender have one title and two pieces of advice".into()
        );
    }
    Ok(())
}

fn main() -> ExitCode {
    let mut trials = vec![
        Trial::test("every folder belongs to an entry", folders_are_entries),
        Trial::test("every code of several mistakes has a meaning", shared_codes_have_a_meaning),
        Trial::test("another advice under one title is told", another_advice_is_not_the_same),
        Trial::test("every word of Python is told", words::are_told),
        Trial::test("what Rust has for each word is accepted", words::are_mended),
    ];
    for entry in GROUPS.iter().flat_map(explain::Group::entries) {
        for folder in cases(entry) {
            let name = folder.strip_prefix(programs()).expect("it was found there").display().to_string();
            let own = folder.clone();
            trials.push(Trial::test(format!("{name} is refused and told"), move || is_refused(entry, &own)));
            trials.push(Trial::test(format!("{name} is mended"), move || is_mended(&folder)));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
