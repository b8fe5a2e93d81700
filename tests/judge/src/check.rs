//! Checks the promises of a step.

use std::panic::{AssertUnwindSafe, catch_unwind};

use report::{Asked, Check, Engine, Looked, Verdict};

use crate::case::Case;
use crate::panics;

/// Checks one promise after the other until one is broken; how much was looked at for those that are kept.
pub(crate) fn check(case: &Case, full: bool, started: impl Fn(usize)) -> (Verdict, Vec<Looked>) {
    engines(case).for_each(|engine| (engine.prepare)());
    panics::listen();
    let sources = &case.desk.sources;
    let mut looked = Vec::new();
    for (promise, stated) in case.step.promises.iter().enumerate() {
        started(promise);
        let Check { engine, run } = stated.check;
        let asked = Asked { id: &case.id, promise, check: run, sources, full };
        (engine.looked)();
        let (result, place) =
            panics::listening(sources, || catch_unwind(AssertUnwindSafe(|| (engine.run)(&asked))));
        let finding = match result {
            Ok(Ok(())) => {
                looked.push((engine.looked)());
                continue;
            }
            Ok(Err(finding)) => *finding,
            Err(payload) => panics::finding(&*payload, place.and_then(|place| sources.line(&place))),
        };
        return (case.verdict(promise, finding), looked);
    }
    (Verdict::Solved, looked)
}

/// The engines of its promises; one may come more than once.
pub(crate) fn engines(case: &Case) -> impl Iterator<Item = &'static Engine> {
    case.step.promises.iter().map(|promise| promise.check.engine)
}
