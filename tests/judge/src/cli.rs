//! `cargo test -p lesson-mutex`, and what may stand behind its `--`.

use std::io::Write;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use libtest_mimic::Arguments;

use crate::case::{Case, Desk};
use crate::{Topic, child};

pub(crate) const FAILED: u8 = 101;

/// Judges the lesson in `manifest_dir` as its arguments ask, and tells the learner.
pub fn main(manifest_dir: &str, topic: &Topic) -> ExitCode {
    let desk = Desk::of(manifest_dir, topic);
    let cases = Case::all(&desk, topic);
    child::attend(&cases);
    let lesson = Lesson { topic, desk, cases };
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (words, color) = without_color(&words);
    match words[..] {
        ["hint", ref rest @ ..] => lesson.hint(rest, color),
        ["replay", ref rest @ ..] => lesson.replay(rest, color),
        ["verdicts", ref rest @ ..] => lesson.verdicts(rest),
        _ => lesson.test(Arguments::from_args()),
    }
}

/// The words without libtest's `--color`, and what it asked for.
fn without_color<'a>(words: &[&'a str]) -> (Vec<&'a str>, ColorChoice) {
    let mut rest = Vec::new();
    let mut color = ColorChoice::Auto;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let asked = match word.strip_prefix("--color") {
            Some("") => words.next().copied().unwrap_or(""),
            Some(asked) if asked.starts_with('=') => &asked[1..],
            _ => {
                rest.push(*word);
                continue;
            }
        };
        color = match asked {
            "always" => ColorChoice::Always,
            "never" => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
    }
    (rest, color)
}

pub(crate) struct Lesson<'a> {
    pub(crate) topic: &'a Topic,
    pub(crate) desk: Desk,
    pub(crate) cases: Vec<Case>,
}

/// A reader that closes the pipe early has read what it wanted.
pub(crate) fn print(color: ColorChoice, text: &str) {
    let _ = writeln!(AutoStream::new(std::io::stdout(), color), "{text}");
}

pub(crate) fn complain(text: &str) -> ExitCode {
    let _ = writeln!(AutoStream::auto(std::io::stderr()), "{text}");
    ExitCode::from(FAILED)
}
