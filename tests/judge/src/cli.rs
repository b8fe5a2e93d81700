//! `cargo test -p lesson-mutex`, and what may stand behind its `--`.

use std::process::ExitCode;

use report::text::pad;
use report::{Paper, Topic};

use crate::arguments::Arguments;
use crate::case::{Case, Desk};
use crate::child;
use crate::screen::{self, complain, print};

pub(crate) const FAILED: u8 = 101;

/// Judges the lesson in `manifest_dir` as its arguments ask, and tells the learner.
pub fn main(manifest_dir: &str, topic: &Topic) -> ExitCode {
    let desk = Desk::of(manifest_dir, topic);
    let cases = Case::all(&desk, topic);
    child::attend(&cases);
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            let help = ("쓰는 법", desk.command("--help"));
            return complain(|paper| format!("{sentence}\n{}", paper.commands(&[help])));
        }
    };
    let lesson = Lesson { topic, desk, cases, paper: screen::paper(arguments.color) };
    let words: Vec<&str> = arguments.filters.iter().map(String::as_str).collect();
    match words[..] {
        _ if arguments.help => lesson.help(),
        ["hint", ref rest @ ..] => lesson.hint(rest),
        ["replay", ref rest @ ..] => lesson.replay(rest),
        ["verdicts", ref rest @ ..] => lesson.verdicts(rest),
        _ => lesson.test(&arguments),
    }
}

pub(crate) struct Lesson<'a> {
    pub(crate) topic: &'a Topic,
    pub(crate) desk: Desk,
    pub(crate) cases: Vec<Case>,
    pub(crate) paper: Paper,
}

impl Lesson<'_> {
    fn help(&self) -> ExitCode {
        let step = self.topic.steps.first().map_or("", |step| step.name);
        let ways = self.paper.commands(&[
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
        print(&format!("\n{ways}\n\nlibtest의 인수도 씁니다.\n{others}\n"));
        ExitCode::SUCCESS
    }
}
