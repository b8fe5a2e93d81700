//! The judge's answer, ready to be sent and read.

use nanoserde::{DeJson, SerJson};

use crate::{Finding, Step, Story};

#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub enum Verdict {
    Solved,
    /// A `todo!` was reached.
    NotStarted(Box<Report>),
    Rejected(Box<Report>),
}

impl Verdict {
    pub fn report(&self) -> Option<&Report> {
        match self {
            Verdict::Solved => None,
            Verdict::NotStarted(report) | Verdict::Rejected(report) => Some(report),
        }
    }

    pub fn solved(&self) -> bool {
        matches!(self, Verdict::Solved)
    }
}

/// A step with what was found wrong in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Report {
    /// `lesson-mutex`
    pub package: String,
    /// `mutex`
    pub topic: String,
    /// `counter`
    pub step: String,
    pub title: String,
    /// The learner's file: `lessons/mutex/src/counter.rs`.
    pub file: String,
    /// The file is what the course came with.
    pub untouched: bool,
    pub promises: Vec<Stated>,
    pub finding: Finding,
}

/// A promise and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub struct Stated {
    pub says: String,
    pub stand: Stand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, SerJson, DeJson)]
pub enum Stand {
    Kept,
    Broken,
    /// Not looked at: a promise before it is broken.
    Open,
}

/// A command that a page offers. How it is typed depends on where the page is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    pub package: String,
    pub topic: String,
    pub step: String,
    pub verb: Verb,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Check,
    Hint(usize),
    Replay,
    /// The page of the step in the book.
    Book,
}

impl Report {
    /// What was found at the promise of this index.
    pub fn promises(step: &Step, promise: usize, finding: &Finding) -> Vec<Stated> {
        let stand = |index: usize| match index.cmp(&promise) {
            std::cmp::Ordering::Less => Stand::Kept,
            std::cmp::Ordering::Equal if !finding.unfinished => Stand::Broken,
            _ => Stand::Open,
        };
        let stated = |(index, promise): (usize, &crate::Promise)| Stated {
            says: promise.says.to_string(),
            stand: stand(index),
        };
        step.promises.iter().enumerate().map(stated).collect()
    }

    /// The promise that is not kept.
    pub fn broken(&self) -> Option<&str> {
        let promise = self.promises.iter().find(|promise| promise.stand != Stand::Kept);
        promise.map(|promise| promise.says.as_str())
    }

    /// `lessons/mutex/src/counter.rs:18`, or the file alone where no line is known.
    pub fn place(&self) -> String {
        match &self.finding.place {
            Some(line) => format!("{}:{}", line.path, line.number),
            None => self.file.clone(),
        }
    }

    pub fn command(&self, verb: Verb) -> Command {
        Command { package: self.package.clone(), topic: self.topic.clone(), step: self.step.clone(), verb }
    }

    /// What the reader may want to ask for next, each with its label.
    pub fn next(&self) -> Vec<(&'static str, Command)> {
        let left_out = self.finding.story.as_ref().is_some_and(Story::is_cut);
        let mut next = vec![("힌트", self.command(Verb::Hint(1)))];
        if left_out {
            next.push(("순서 전체", self.command(Verb::Replay)));
        }
        next
    }
}
