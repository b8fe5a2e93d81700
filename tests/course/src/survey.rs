//! How every step stands.

use crate::cargo::Cargo;
use crate::errors::Errors;
use crate::files::{self, Fault};
use crate::judging::{Judged, untouched};
use crate::memory::{Memory, Outcome};
use crate::trouble::Trouble;
use catalog::{Course, Step};

#[derive(Debug)]
pub enum State {
    Solved,
    /// Judged, and not solved.
    Open,
    /// The code that the course came with.
    Untouched,
    /// Edited, and not judged since.
    Unknown,
    /// The lesson does not compile, and this file is where.
    Errors,
    Broken(Fault),
}

impl State {
    pub fn of(course: &Course, memory: &Memory, step: &Step) -> State {
        if let Err(fault) = files::read(course, step) {
            return State::Broken(fault);
        }
        if untouched(course, step) {
            return State::Untouched;
        }
        match memory.key(course, step).and_then(|key| memory.recall(step, &key)) {
            Some(Outcome::Solved) => State::Solved,
            Some(_) => State::Open,
            None => State::Unknown,
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            State::Solved => "풀었음",
            State::Open => "고치는 중",
            State::Untouched => "아직",
            State::Unknown => "확인 전",
            State::Errors => "오류 있음",
            State::Broken(_) => "파일 이상",
        }
    }

    pub fn solved(&self) -> bool {
        matches!(self, State::Solved)
    }
}

#[derive(Default)]
pub struct Survey {
    pub rows: Vec<(Step, State)>,
    /// Why some steps could not be judged.
    pub errors: Vec<(String, Errors)>,
    pub troubles: Vec<Trouble>,
}

impl Survey {
    /// From what is remembered alone.
    pub fn quick(course: &Course, memory: &Memory) -> Survey {
        let rows = course.steps().map(|step| (step.clone(), State::of(course, memory, step)));
        Survey { rows: rows.collect(), ..Survey::default() }
    }

    /// Judges what was edited since.
    pub fn full(cargo: &Cargo) -> Survey {
        let mut survey = Survey::quick(cargo.course, cargo.memory);
        for topic in &cargo.course.topics {
            let unknown =
                |(step, state): &&(Step, State)| step.topic == topic.name && matches!(state, State::Unknown);
            let steps: Vec<Step> = survey.rows.iter().filter(unknown).map(|(step, _)| step.clone()).collect();
            let broken = survey.of_topic(&topic.name).any(|(_, state)| matches!(state, State::Broken(_)));
            if steps.is_empty() || broken {
                continue;
            }
            match cargo.judge(&topic.name, &steps.iter().collect::<Vec<_>>()) {
                Ok(Judged::Verdicts { by_step, .. }) => {
                    for (step, state) in &mut survey.rows {
                        if steps.contains(step)
                            && let Some(verdict) = by_step.get(&step.name)
                        {
                            *state = if verdict.solved() { State::Solved } else { State::Open };
                        }
                    }
                }
                Ok(Judged::Errors(errors)) => {
                    for (step, state) in &mut survey.rows {
                        if errors.places().any(|(path, _)| *path == step.file()) {
                            *state = State::Errors;
                        }
                    }
                    survey.errors.push((topic.name.clone(), errors));
                }
                Ok(Judged::Stopped) => {}
                Err(trouble) => survey.troubles.push(trouble),
            }
        }
        survey
    }

    pub fn of_topic<'a>(&'a self, topic: &'a str) -> impl Iterator<Item = &'a (Step, State)> {
        self.rows.iter().filter(move |(step, _)| step.topic == topic)
    }

    /// The first step that is not solved.
    pub fn next(&self) -> Option<&(Step, State)> {
        self.rows.iter().find(|(_, state)| !state.solved())
    }

    /// The next step behind this one that is not solved, or else the first.
    pub fn next_after(&self, step: Option<&Step>) -> Option<&(Step, State)> {
        let at = self.rows.iter().position(|(known, _)| Some(known) == step).unwrap_or(0);
        self.rows[at.min(self.rows.len())..].iter().find(|(_, state)| !state.solved()).or_else(|| self.next())
    }

    pub fn finished(&self) -> bool {
        !self.rows.is_empty() && self.next().is_none()
    }
}
