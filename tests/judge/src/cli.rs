//! `cargo test -p lesson-mutex`, and what may stand behind its `--`.

use std::io::Write;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use crate::arguments::Arguments;
use crate::case::{Case, Desk};
use crate::text::pad;
use crate::verdict::commands;
use crate::{Topic, child};

pub(crate) const FAILED: u8 = 101;

/// Judges the lesson in `manifest_dir` as its arguments ask, and tells the learner.
pub fn main(manifest_dir: &str, topic: &Topic) -> ExitCode {
    let desk = Desk::of(manifest_dir, topic);
    let cases = Case::all(&desk, topic);
    child::attend(&cases);
    let lesson = Lesson { topic, desk, cases };
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            let help = commands(&[("쓰는 법", lesson.desk.command("--help"))]);
            return complain(&format!("{sentence}\n{help}"));
        }
    };
    let words: Vec<&str> = arguments.filters.iter().map(String::as_str).collect();
    match words[..] {
        _ if arguments.help => lesson.help(arguments.color),
        ["hint", ref rest @ ..] => lesson.hint(rest, arguments.color),
        ["replay", ref rest @ ..] => lesson.replay(rest, arguments.color),
        ["verdicts", ref rest @ ..] => lesson.verdicts(rest),
        _ => lesson.test(&arguments),
    }
}

pub(crate) struct Lesson<'a> {
    pub(crate) topic: &'a Topic,
    pub(crate) desk: Desk,
    pub(crate) cases: Vec<Case>,
}

impl Lesson<'_> {
    fn help(&self, color: ColorChoice) -> ExitCode {
        let step = self.topic.steps.first().map_or("", |step| step.name);
        let ways = commands(&[
            ("차례로", format!("cargo test -p {}", self.desk.package)),
            ("한 단계", self.desk.command(step)),
            ("모든 단계", self.desk.command("--include-ignored")),
            ("힌트", self.desk.command(&format!("hint {step}"))),
            ("순서 전체", self.desk.command(&format!("replay {step}"))),
        ]);
        let others = [
            ("--exact", "이름이 꼭 같은 단계만 봅니다"),
            ("--skip 이름", "이름에 그 글자가 든 단계는 뺍니다"),
            ("--ignored", "미룬 단계만 봅니다"),
            ("--list", "보지 않고 이름만 말합니다"),
            ("--quiet", "단계마다 한 글자로 말합니다"),
            ("--test-threads 수", "한꺼번에 보는 단계의 수"),
            ("--format 이름", "pretty, terse, json"),
            ("--color 이름", "auto, always, never"),
        ];
        let others = others.map(|(word, means)| format!("  {}{means}", pad(word, 20))).join("\n");
        print(color, &format!("\n{ways}\n\nlibtest의 인수도 씁니다.\n{others}\n"));
        ExitCode::SUCCESS
    }
}

/// A reader that closes the pipe early has read what it wanted.
pub(crate) fn print(color: ColorChoice, text: &str) {
    let _ = writeln!(AutoStream::new(std::io::stdout(), color), "{text}");
}

pub(crate) fn complain(text: &str) -> ExitCode {
    let _ = writeln!(AutoStream::auto(std::io::stderr()), "{text}");
    ExitCode::from(FAILED)
}
