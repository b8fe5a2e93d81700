//! What a check found wrong.

use nanoserde::{DeJson, SerJson};

use crate::text::legible;
use crate::{Line, Story};

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Finding {
    /// What went wrong, in a sentence or a few lines.
    pub headline: String,
    /// Where the headline names a call whose result is another than was wanted.
    pub difference: Option<Difference>,
    /// The line of the answer to look at first.
    pub place: Option<Line>,
    pub pattern: Option<Pattern>,
    pub story: Option<Story>,
    /// What the answer printed, line by line.
    pub printed: Vec<String>,
    /// What to do next.
    pub advice: String,
    /// A `todo!()` was reached, and the headline is the job it names.
    pub unfinished: bool,
}

impl Finding {
    /// What a plain panic says, at the learner's line if it happened in one.
    pub fn of_panic(message: &str, place: Option<Line>) -> Finding {
        let message = &legible(message);
        if let Some(job) = job(message) {
            return Finding { headline: job.into(), place, unfinished: true, ..Finding::default() };
        }
        let headline = match message.as_str() {
            "" => "패닉이 났습니다.".to_string(),
            // The sentence is the spec's own where the panic is not in the learner's file.
            message if place.is_none() => message.to_string(),
            message => format!("패닉이 났습니다: {message}"),
        };
        let advice = match &place {
            Some(line) => format!("{}번째 줄에서 어떤 값이 예상과 달랐는지 봅니다.", line.number),
            None => "이 호출에서 지나는 줄을 처음부터 따라가 봅니다.".to_string(),
        };
        Finding { headline, place, advice, ..Finding::default() }
    }
}

/// The job that `todo!("...")` names.
fn job(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("not yet implemented")?;
    Some(rest.strip_prefix(": ").unwrap_or(rest))
}

/// The mistake that a failing order shows, by the name it is known under.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Pattern {
    /// 갱신 손실
    pub name: String,
    /// How this order shows it, in a sentence.
    pub says: String,
}

/// What a call should have given, and what it gave; the headline names the call.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub struct Difference {
    pub wanted: String,
    pub found: String,
}
