//! From a step's name to its verdict: build the lesson, run its judge, remember what it said.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use nanoserde::DeJson;
use report::{Looked, Verdict};

use crate::cargo::{Built, Cargo, Note};
use launch::like_the_shell;

use crate::child::pieces;
use crate::errors::{Errors, Warnings};
use crate::files;
use crate::trouble::{Answer, Trouble};
use catalog::Step;

/// A line of what the judge says.
#[derive(DeJson)]
pub struct Line {
    step: String,
    verdict: Verdict,
    #[nserde(default)]
    looked: Vec<Looked>,
}

/// By the name of their step.
type Heard = (BTreeMap<String, Verdict>, BTreeMap<String, Vec<Looked>>);

#[derive(Debug, PartialEq, Eq)]
pub enum Judged {
    /// The verdicts by the name of their step.
    Verdicts {
        by_step: BTreeMap<String, Verdict>,
        /// How much was looked at for each promise of a step that is kept.
        looked: BTreeMap<String, Vec<Looked>>,
        warnings: Warnings,
    },
    Errors(Errors),
    Stopped,
}

impl Cargo<'_> {
    /// Judges steps that are all of one topic.
    pub fn judge(&self, topic: &str, steps: &[&Step]) -> Answer<Judged> {
        let mut patience = 3;
        let (keys, warnings, child) = loop {
            let keys: Vec<_> = steps.iter().map(|step| self.memory.key(self.course, step)).collect();
            let (program, warnings) = match self.build(topic)? {
                Built::Ready { program, warnings } => (program, warnings),
                Built::Errors(errors) => return Ok(Judged::Errors(errors)),
                Built::Stopped => return Ok(Judged::Stopped),
            };
            (self.tell)(Note::Judging);
            match self.start(topic, &program, steps) {
                Ok(Some(child)) => break (keys, warnings, child),
                Ok(None) => return Ok(Judged::Stopped),
                Err(error) if patience > 0 && half_built(&error) => patience -= 1,
                Err(error) => return Err(not_run(error)),
            }
        };
        let (by_step, looked) = self.listen(child, steps.len()).map_err(not_run)?;
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
                self.memory.remember(step, &key, verdict.into());
            }
        }
        Ok(Judged::Verdicts { by_step, looked, warnings })
    }

    fn start(&self, topic: &str, program: &Path, steps: &[&Step]) -> io::Result<Option<Child>> {
        let mut command = Command::new(program);
        like_the_shell(&mut command).arg("verdicts").args(steps.iter().map(|step| &step.name));
        command.current_dir(self.course.at("lessons").join(topic));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        self.stop.start(&mut command)
    }

    fn listen(&self, mut child: Child, steps: usize) -> io::Result<Heard> {
        let lines = child.stdout.take().into_iter().flat_map(|out| pieces(out, b"\n"));
        let mut found = lines.filter_map(|line| Line::deserialize_json(&line).ok());
        let (mut verdicts, mut looks) = Heard::default();
        while verdicts.len() < steps
            && let Some(Line { step, verdict, looked }) = found.next()
        {
            looks.insert(step.clone(), looked);
            verdicts.insert(step, verdict);
        }
        let complete = verdicts.len() == steps;
        if complete { self.stop.dismiss(child) } else { self.stop.reap(child) }?;
        Ok((verdicts, looks))
    }
}

/// Whether another cargo, in another terminal, is about to write the program anew: it is gone, still open for
/// writing or not yet allowed to run.
fn half_built(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ExecutableFileBusy | ErrorKind::PermissionDenied)
}

fn not_run(error: io::Error) -> Trouble {
    Trouble::of_io("시험 프로그램을 실행하지 못했습니다", &error)
}

/// Whether the step is still the code that the course came with.
pub fn untouched(course: &catalog::Course, step: &Step) -> bool {
    let starter = std::fs::read_to_string(course.at(step.starter()));
    matches!((files::read(course, step), starter), (Ok(text), Ok(starter)) if text == starter)
}
