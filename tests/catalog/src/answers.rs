//! The answers that a step was tried with.

use std::path::Path;

use crate::{Course, Step, names};

/// What is expected of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the lesson begins with.
    Starter,
    /// What the solution holds.
    Solution,
    /// Below `tests/<topic>/wrong/<step>`.
    Wrong,
    /// Below `tests/<topic>/right/<step>`.
    Right,
}

/// A file that stands for a step.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What its verdict must be.
    pub kind: Kind,
    /// The name of its file, or `starter` or `solution`.
    pub name: String,
    /// From the root.
    pub file: String,
}

impl Course {
    /// Every answer to a step: its starter, its solution, and what lies in `wrong` and `right`.
    pub fn answers(&self, step: &Step) -> Vec<Answer> {
        let fixed = [(Kind::Starter, "starter", step.file()), (Kind::Solution, "solution", step.solution())];
        let fixed = fixed.map(|(kind, name, file)| Answer { kind, name: name.into(), file });
        let kept = [(Kind::Wrong, "wrong"), (Kind::Right, "right")].into_iter().flat_map(|(kind, folder)| {
            let folder = format!("tests/{}/{folder}/{}", step.topic, step.name);
            let files = names(&self.at(&folder)).into_iter().filter_map(move |file| {
                let name = Path::new(&file).file_stem()?.to_str()?.to_string();
                file.ends_with(".rs").then(|| Answer { kind, name, file: format!("{folder}/{file}") })
            });
            files.collect::<Vec<_>>()
        });
        fixed.into_iter().chain(kept).collect()
    }
}
