//! What a check found wrong.

use nanoserde::{DeJson, SerJson};

use crate::text::legible;
use crate::{Line, Story};

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Finding {
    /// The real case that shows it, by its name; an engine of orders has none.
    pub case: Option<String>,
    /// What went wrong, in a sentence or a few lines.
    pub headline: String,
    /// The call whose result is another than was wanted.
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

/// A call, what it should have given, and what it gave.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub enum Difference {
    Value {
        call: String,
        wanted: String,
        found: String,
    },
    /// Lines, compared in their order.
    Lines {
        call: String,
        missing: Vec<String>,
        extra: Vec<String>,
    },
}

impl Difference {
    pub fn value(call: impl Into<String>, wanted: impl Into<String>, found: impl Into<String>) -> Difference {
        Difference::Value { call: call.into(), wanted: wanted.into(), found: found.into() }
    }

    /// What has to be put into `found` and taken out of it to make it `wanted`; a line at another place is both.
    pub fn lines(call: impl Into<String>, wanted: &[String], found: &[String]) -> Difference {
        let kept = in_both(wanted, found);
        let others = |lines: &[String], side: fn(&(usize, usize)) -> usize| {
            let is_kept = |index: &usize| kept.iter().any(|pair| side(pair) == *index);
            (0..lines.len()).filter(|index| !is_kept(index)).map(|index| lines[index].clone()).collect()
        };
        Difference::Lines {
            call: call.into(),
            missing: others(wanted, |pair| pair.0),
            extra: others(found, |pair| pair.1),
        }
    }
}

/// The longest lines that both have in the same order, as pairs of indices.
fn in_both(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (i, line) in one.iter().enumerate().rev() {
        for (j, beside) in other.iter().enumerate().rev() {
            longest[i][j] = match line == beside {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < one.len() && j < other.len() {
        if one[i] == other[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_compared_in_the_order_printed() {
        let lines = |text: &str| text.split(' ').map(str::to_string).collect::<Vec<_>>();
        let difference =
            |wanted: &str, found: &str| match Difference::lines("", &lines(wanted), &lines(found)) {
                Difference::Lines { missing, extra, .. } => (missing.join(" "), extra.join(" ")),
                Difference::Value { .. } => unreachable!(),
            };
        assert_eq!(difference("a b c", "a b c"), (String::new(), String::new()));
        assert_eq!(difference("a b c", "a c"), ("b".into(), String::new()));
        assert_eq!(difference("a b", "a x b"), (String::new(), "x".into()));
        assert_eq!(difference("a b c", "b a c"), ("a".into(), "a".into()));
    }
}
