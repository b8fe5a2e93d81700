//! Everything the pages quote is run here, and compared with the file that the pages include.
//!
//! `INSTA_UPDATE=always cargo test -p book --test programs` writes the files anew.

#[path = "programs/claims.rs"]
mod claims;
#[path = "programs/run.rs"]
mod run;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

fn book() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `folder`, sorted, so that the tests have an order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder that can be read").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The quoted file holds `text`, or is made to.
fn keep(path: &Path, text: &str) -> Result<(), Failed> {
    let text = text.trim_end().to_owned() + "\n";
    if env::var_os("INSTA_UPDATE").is_some_and(|wish| wish == "always") {
        return Ok(fs::write(path, text)?);
    }
    let quoted = fs::read_to_string(path).unwrap_or_default();
    if quoted == text {
        return Ok(());
    }
    Err(format!(
        "{} 파일이 지금의 결과와 다릅니다.\n책에 적힌 것:\n{quoted}\n지금의 결과:\n{text}",
        path.display()
    )
    .into())
}

/// `lost_update.py` prints `lost_update.py.txt`.
fn transcript(program: &Path) -> PathBuf {
    program.with_extension(format!("{}.txt", program.extension().expect("a program").display()))
}

fn python(script: &Path) -> Result<Completion, Failed> {
    let text = read(script);
    if text.contains("/proc/") && !cfg!(target_os = "linux") {
        return Ok(Completion::ignored_with("Linux에서만 돕니다"));
    }
    let pythons = run::pythons_for(&text);
    if pythons.is_empty() {
        return Ok(Completion::ignored_with("알맞은 python3가 없습니다"));
    }
    for python in pythons {
        // What only one thread does is the same however often the interpreter changes hands; what a program measures is not.
        let threads =
            ["thread", "queue", "concurrent", "multiprocessing"].iter().any(|name| text.contains(name));
        let both = threads && !text.contains("perf_counter");
        for interval in &run::SWITCH_INTERVALS[if both { 0 } else { 1 }..] {
            let said = run::script(&python, script, interval)?;
            keep(&transcript(script), &said).map_err(|failed| match failed.message() {
                Some(message) => format!("{python}, 바꾸는 간격 {interval}초: {message}").into(),
                None => failed,
            })?;
        }
    }
    Ok(Completion::Completed)
}

/// Python's threads under every order, wherever frontrun is installed; in CI it must be.
fn every_order() -> Result<Completion, Failed> {
    let script = book().join("tests/python/orders.py");
    let said = run::every_order(&script)?;
    if said.is_empty() {
        return match env::var_os("CI") {
            None => Ok(Completion::ignored_with("frontrun이 없습니다: .ci/run이 설치하는 대로 설치합니다")),
            Some(_) => Err("CI에는 frontrun이 있어야 합니다.".into()),
        };
    }
    for said in said {
        keep(&transcript(&script), &said)?;
    }
    Ok(Completion::Completed)
}

fn rust(source: &Path) -> Result<(), Failed> {
    let transcript = transcript(source);
    if source.parent().is_some_and(|folder| folder.ends_with("refused")) {
        let said = run::refusal(source)?;
        // Another compiler may say it in other words, but refuses for the same reason.
        if run::compiler_is_ours() {
            return keep(&transcript, &said);
        }
        let reason = |text: &str| text.lines().next().unwrap_or("").to_owned();
        return match reason(&said) == reason(&read(&transcript)) {
            true => Ok(()),
            false => Err(format!("다른 까닭으로 거절합니다.\n{said}").into()),
        };
    }
    keep(&transcript, &run::program(source)?)
}

/// No page is longer than one idea.
fn pages_are_short() -> Result<(), Failed> {
    let long = files(&book().join("src"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    let long: Vec<_> =
        long.map(|page| (read(&page).lines().count(), page)).filter(|(lines, _)| *lines > 150).collect();
    match long.is_empty() {
        true => Ok(()),
        false => Err(format!("150줄이 넘는 쪽: {long:?}").into()),
    }
}

/// A program that no page shows is nobody's.
fn programs_are_shown() -> Result<(), Failed> {
    let pages: String = files(&book().join("src")).iter().map(|page| read(page)).collect();
    let hidden = files(&book().join("programs")).into_iter().filter(|path| {
        // What a program printed need not be shown beside it.
        if [".py", ".rs"]
            .iter()
            .any(|kind| path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(kind)))
        {
            return false;
        }
        let name = path.strip_prefix(book()).expect("below the book").to_string_lossy().replace('\\', "/");
        let run = name.strip_prefix("programs/").and_then(|name| name.strip_suffix(".py"));
        !pages.contains(&format!("../{name}"))
            && !run.is_some_and(|name| pages.contains(&format!("{{{{run {name}}}}}")))
    });
    let hidden: Vec<_> = hidden.collect();
    match hidden.is_empty() {
        true => Ok(()),
        false => Err(format!("어느 쪽에서도 보여 주지 않는 파일: {hidden:#?}").into()),
    }
}

/// The messages in the tables of a page: the code in the first cell of each row. An ellipsis stands for what differs.
fn messages(page: &str) -> Vec<&str> {
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    cells.flat_map(|cell| cell.trim_matches('`').split("`, `")).collect()
}

/// Whether a line holds all parts of a message, in their order.
fn says(line: &str, message: &str) -> bool {
    let mut rest = line;
    message.split('…').all(|part| match rest.split_once(part.trim()) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// Each message in the tables is one that a program of the book has met.
fn messages_are_met() -> Result<(), Failed> {
    let page = read(&book().join("src/messages.md"));
    let met: Vec<String> = files(&book().join("programs"))
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .map(|path| read(path))
        .collect();
    let all = messages(&page);
    let unmet: Vec<&&str> = all
        .iter()
        .filter(|message| !met.iter().any(|text| text.lines().any(|line| says(line, message))))
        .collect();
    match unmet.is_empty() && all.len() > 20 {
        true => Ok(()),
        false => Err(format!("어느 프로그램도 출력하지 않은 메시지: {unmet:#?}").into()),
    }
}

fn main() -> ExitCode {
    let mut trials = vec![
        Trial::test("한 쪽은 150줄을 넘지 않는다", pages_are_short),
        Trial::test(
            "파이썬이 잃거나 멈춘다는 말마다 보여 주는 프로그램이 있다",
            || {
                let source = book().join("src");
                claims::are_shown(&source, &files(&source))
            },
        ),
        Trial::test("모든 프로그램은 어느 쪽에선가 보인다", programs_are_shown),
    ];
    trials.push(Trial::test("표에 적은 메시지는 모두 어느 프로그램이 출력한 것이다", messages_are_met));
    trials.push(Trial::ignorable_test("파이썬의 스레드를 모든 순서로 돌린 결과가 책과 같다", every_order));
    let programs = book().join("programs");
    for path in files(&programs) {
        let name =
            path.strip_prefix(&programs).expect("below the programs").to_string_lossy().replace('\\', "/");
        if name.ends_with(".py") {
            trials.push(Trial::ignorable_test(name, move || python(&path)));
        } else if name.ends_with(".rs") {
            trials.push(Trial::test(name, move || rust(&path)));
        }
    }
    let arguments = Arguments::from_args();
    if !arguments.list {
        eprintln!("the pages' Python runs on {}", run::versions());
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}
