//! From a step's name to its verdict: build the lesson, run its judge, remember what it said.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::cargo::{Built, Cargo, Note};
use crate::child::{like_the_shell, pieces};
use crate::errors::{Errors, Warnings};
use crate::files;
use crate::memory::Outcome;
use crate::paint::width;
use crate::trouble::{Answer, Trouble};
use catalog::Step;

/// What the judge says of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub outcome: Outcome,
    pub headline: String,
    /// `lessons/mutex/src/counter.rs:18`
    pub place: Option<String>,
    pub text: String,
    pub coloured: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Judged {
    /// The verdicts by the name of their step.
    Verdicts {
        by_step: BTreeMap<String, Verdict>,
        warnings: Warnings,
    },
    Errors(Errors),
    Stopped,
}

impl Cargo<'_> {
    /// Judges steps that are all of one topic.
    pub fn judge(&self, topic: &str, steps: &[&Step]) -> Answer<Judged> {
        let keys: Vec<_> = steps.iter().map(|step| self.memory.key(self.course, step)).collect();
        let (program, warnings) = match self.build(topic)? {
            Built::Ready { program, warnings } => (program, warnings),
            Built::Errors(errors) => return Ok(Judged::Errors(errors)),
            Built::Stopped => return Ok(Judged::Stopped),
        };
        (self.tell)(Note::Judging);
        let by_step = self.ask(topic, &program, steps)?;
        if self.stop.stopped() {
            return Ok(Judged::Stopped);
        }
        for (step, key) in steps.iter().zip(keys) {
            let Some(verdict) = by_step.get(&step.name) else {
                return Err(Trouble::blocked(
                    format!("{}의 판정을 받지 못했습니다. 시험 프로그램이 도중에 끝났습니다.", step.name),
                    format!(
                        "cargo test -p lesson-{topic} -- {}를 실행해 무슨 일이 있었는지 봅니다.",
                        step.name
                    ),
                ));
            };
            // A file that was saved meanwhile is not the one that was judged.
            if let Some(key) = key
                && self.memory.key(self.course, step).as_ref() == Some(&key)
                && !untouched(self.course, step)
            {
                self.memory.remember(step, &key, verdict.outcome);
            }
        }
        Ok(Judged::Verdicts { by_step, warnings })
    }

    fn ask(&self, topic: &str, program: &Path, steps: &[&Step]) -> Answer<BTreeMap<String, Verdict>> {
        let failed = |error| Trouble::of_io("시험 프로그램을 실행하지 못했습니다", &error);
        let mut command = Command::new(program);
        like_the_shell(&mut command).arg("verdicts").args(steps.iter().map(|step| &step.name));
        command.current_dir(self.course.at("lessons").join(topic)).env("JUDGE_COLUMNS", width().to_string());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let Some(mut child) = self.stop.start(&mut command).map_err(failed)? else {
            return Ok(BTreeMap::new());
        };
        let lines = child.stdout.take().into_iter().flat_map(|out| pieces(out, b"\n"));
        let mut found = lines.filter_map(|line| verdict(topic, &serde_json::from_str(&line).ok()?));
        let mut verdicts = BTreeMap::new();
        while verdicts.len() < steps.len()
            && let Some((step, verdict)) = found.next()
        {
            verdicts.insert(step, verdict);
        }
        let complete = verdicts.len() == steps.len();
        let ended = if complete { self.stop.dismiss(child) } else { self.stop.reap(child) };
        ended.map_err(failed)?;
        Ok(verdicts)
    }
}

/// Whether the step is still the code that the course came with.
pub fn untouched(course: &catalog::Course, step: &Step) -> bool {
    let starter = std::fs::read_to_string(course.at(step.starter()));
    matches!((files::read(course, step), starter), (Ok(text), Ok(starter)) if text == starter)
}

fn verdict(topic: &str, line: &Value) -> Option<(String, Verdict)> {
    let field = |name: &str| line[name].as_str().unwrap_or("").to_string();
    let step = field("step");
    // The judge names its own commands; here there are shorter ones.
    let ours = |text: String| {
        let hint = format!("cargo test -p lesson-{topic} -- hint ");
        text.replace(&hint, &format!("cargo course hint {topic} "))
    };
    let verdict = Verdict {
        outcome: Outcome::of(&field("verdict"))?,
        headline: field("headline"),
        place: Some(field("place")).filter(|place| !place.is_empty()),
        text: ours(field("text")),
        coloured: ours(field("coloured")),
    };
    Some((step, verdict))
}
