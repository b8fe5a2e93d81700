//! What the engine promises, whatever it runs.

#[macro_use]
extern crate model_std as std;
extern crate std as real;

mod bounds;
mod classics;
mod clocks;
mod endings;
mod found;
mod kinds;
mod observers;
mod orders;
mod panics;
mod processors;
mod soundness;
mod storage;
mod verdicts;

use interleave::{Explorer, Failure, Sources};

/// Runs `f` under every order; a failure is told in full.
fn every_order(f: impl Fn()) {
    if let Err(failure) = Explorer::new().check(f) {
        let sources = Sources::new();
        let story = failure.table(&sources, true);
        panic!("{}\n{story}", failure.headline(&sources));
    }
}

/// The failure that must be found.
fn failure_of(f: impl Fn()) -> Failure {
    Explorer::new().check(f).expect_err("an order must fail")
}
