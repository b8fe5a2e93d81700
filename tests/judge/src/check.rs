//! Checks the promises of a step.

use std::panic::{AssertUnwindSafe, catch_unwind};

use report::{Asked, Engine, Verdict};

use crate::case::Case;
use crate::panics;

/// Checks one promise after the other until one is broken.
pub(crate) fn check(case: &Case, full: bool, started: impl Fn(usize)) -> Verdict {
    engines(case).for_each(|engine| (engine.prepare)());
    panics::listen();
    let sources = &case.desk.sources;
    for (promise, stated) in case.step.promises.iter().enumerate() {
        started(promise);
        let asked = Asked { id: &case.id, promise, sources, full };
        let check = stated.check;
        let (result, place) = panics::listening(sources, || {
            catch_unwind(AssertUnwindSafe(|| (check.engine.run)(check.cases, &asked)))
        });
        let finding = match result {
            Ok(Ok(())) => continue,
            Ok(Err(finding)) => *finding,
            Err(payload) => panics::finding(&*payload, place.and_then(|place| sources.line(&place))),
        };
        return case.verdict(promise, finding);
    }
    Verdict::Solved
}

/// The engines of its promises; one may come more than once.
pub(crate) fn engines(case: &Case) -> impl Iterator<Item = &'static Engine> {
    case.step.promises.iter().map(|promise| promise.check.engine)
}
