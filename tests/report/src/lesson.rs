//! What a spec is made of: the steps of a topic, what each promises, and how that is checked.

use nanoserde::{DeJson, SerJson};

use crate::{Finding, Sources};

/// The steps of a lesson, in order.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    pub name: &'static str,
    pub title: &'static str,
    pub steps: &'static [Step],
}

/// One file of a lesson and what it must do.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub name: &'static str,
    pub title: &'static str,
    /// From a nudge to nearly the answer.
    pub hints: [&'static str; 3],
    pub promises: &'static [Promise],
}

/// Something an answer must keep, however it is run.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    /// A sentence for the learner.
    pub says: &'static str,
    pub check: Check,
}

/// How a promise is checked: a function, and the engine that makes of what it calls orders of threads or real cases. A topic
/// may mix them.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    pub engine: &'static Engine,
    /// Runs what there is to check, until something is broken. It makes the same calls in the same order each time.
    pub run: fn(),
}

impl Check {
    /// Calls what would be checked, here and now, without an engine around it.
    pub fn call(&self) {
        (self.run)();
    }
}

/// Runs a check and tells what breaks it.
#[derive(Debug)]
pub struct Engine {
    /// Called once before the judge notes panics: an engine that notes them too must come first.
    pub prepare: fn(),
    /// Runs what is asked. A panic that is none of the engine's own goes on to the judge.
    pub run: fn(&Asked<'_>) -> Result<(), Box<Finding>>,
    /// Grows as long as the check gets on.
    pub signs: fn() -> u64,
    /// How much was looked at, on this thread, since this was asked last.
    pub looked: fn() -> Looked,
}

/// How much was looked at before a promise counted as kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SerJson, DeJson)]
pub struct Looked {
    /// Different orders of threads or of processes, in scenarios of which none was left out.
    pub orders: u64,
    /// Orders of scenarios that have more than were run.
    pub some: u64,
    /// Of those scenarios, all orders with at most this many preemptions were run.
    pub within: Option<u32>,
    /// Real cases, each of which ran once.
    pub cases: u64,
}

impl Looked {
    /// Nothing yet.
    pub const NOTHING: Looked = Looked { orders: 0, some: 0, within: None, cases: 0 };

    /// With `orders` of one scenario more, which has no others.
    #[must_use]
    pub fn and_all(self, orders: u64) -> Looked {
        Looked { orders: self.orders + orders, ..self }
    }

    /// With `orders` of one scenario more, among them all `within` so many preemptions.
    #[must_use]
    pub fn and_some(self, orders: u64, within: Option<u32>) -> Looked {
        let within = if self.some == 0 { within } else { self.within.min(within) };
        Looked { some: self.some + orders, within, ..self }
    }

    /// In a few words, for behind the promise; empty where nothing was counted.
    pub fn told(self) -> String {
        let Looked { orders, some, within, cases } = self;
        let mut told = Vec::new();
        match orders {
            0 => {}
            1 => told.push("순서가 하나뿐".to_string()),
            _ => told.push(format!("서로 다른 순서 {orders}가지 모두")),
        }
        match (some, within) {
            (0, _) => {}
            (_, Some(within @ 1..)) => {
                told.push(format!("순서가 너무 많은 경우는 {some}가지만(선점 {within}회까지는 모두)"));
            }
            _ => told.push(format!("순서가 너무 많은 경우는 {some}가지만")),
        }
        if cases > 0 {
            told.push(format!("경우 {cases}가지"));
        }
        told.join(", ")
    }
}

/// What is judged just now.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Tells the answer from the others of its binary.
    pub id: &'a str,
    /// Index among the promises of the step.
    pub promise: usize,
    /// The function of its [`Check`].
    pub check: fn(),
    /// Where the answer's lines are found.
    pub sources: &'a Sources,
    /// Whether the whole story is wanted.
    pub full: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_said_only_of_what_was_looked_at_whole() {
        let all = Looked::NOTHING.and_all(6);
        assert_eq!(all.told(), "서로 다른 순서 6가지 모두");
        assert_eq!(all.and_all(4).told(), "서로 다른 순서 10가지 모두");
        let some = all.and_some(100, Some(3));
        assert_eq!(
            some.told(),
            "서로 다른 순서 6가지 모두, 순서가 너무 많은 경우는 100가지만(선점 3회까지는 모두)"
        );
        assert_eq!(some.and_some(4, Some(1)).within, Some(1));
        assert_eq!(Looked::NOTHING.and_some(4, None).told(), "순서가 너무 많은 경우는 4가지만");
        assert_eq!(Looked::NOTHING.and_all(1).told(), "순서가 하나뿐");
        assert_eq!(Looked { cases: 2, ..Looked::NOTHING }.told(), "경우 2가지");
    }
}
