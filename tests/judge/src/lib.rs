//! Judges the steps of a lesson and tells the learner, in Korean.
//!
//! `cargo test -p lesson-mutex` is [`main`]: each step runs in a child process of its own, so that nothing a learner
//! writes can hang the run or take it down. The other entries are for tests of the tests: [`Court`] judges any cases in
//! children, [`here`] judges one in this process.
//!
//! # What the learner may ask for
//! * nothing: the steps are judged in order; the first that is not solved is explained, the later ones are `ignored`;
//! * `-- transfer`, or any other filter of libtest: the steps it names are judged, whatever the steps before them;
//! * `-- --include-ignored`: every step is judged and explained;
//! * `-- hint counter 2`, `-- replay counter`: a hint, the whole order that breaks a promise. Without a step, the first
//!   that is not solved.
//!
//! Under cargo-nextest each test is a process; the steps after the first that is not solved are listed as ignored, so
//! that it skips them as libtest would.
//!
//! # How a child is ended
//! A watch in the child compares the processor time it used with the signs of life that the engine of the check counts: two seconds of computing
//! without a lock, wait or print is a loop that meets none; five seconds of neither is waiting for nobody; eight seconds
//! of computing altogether is too much for every order. Memory and core files are limited by the system. Whatever ends the
//! child without a closing record that bears the token of the run is never a pass. The parent ends and reaps the whole
//! process group, always, and a child whose parent is gone ends its group itself.
//!
//! # Limits
//! Outside of Linux memory is not limited: code that hoards it is told as a loop. Outside of Unix there is no processor
//! time either: a loop is ended by the clock, after five seconds, and only the child itself is ended. A process that moved
//! to another group or session is not found.

#![expect(clippy::question_mark, reason = "the code that nanoserde derives")]

mod arguments;
mod asked;
mod case;
mod check;
mod child;
mod cli;
mod libtest;
mod listing;
mod panics;
mod parent;
mod runaway;
mod screen;
mod verdicts;
mod watch;

pub use case::{Case, Desk};
pub use child::attend;
pub use cli::main;
pub use parent::Court;
pub use report::{Promise, Report, Step, Topic, Verdict};
pub use verdicts::Judged;

/// Judges a case in this process. An answer that never comes back, or ends the process, does just that. Its panics are
/// printed as they happen unless [`attend`] was called before.
pub fn here(case: &Case) -> Verdict {
    check::check(case, false, |_| {}).0
}

impl Court {
    /// Judges every case in a child of its own; the verdicts come in the order of the cases.
    ///
    /// The binary must call [`attend`] with the same cases when it is started again.
    pub fn judge(&self, cases: &[Case]) -> Vec<Verdict> {
        let cases: Vec<&Case> = cases.iter().collect();
        let verdicts = self.find(&cases, parent::Until::End, false).into_iter();
        verdicts.map(|verdict| verdict.expect("every case is judged until the end")).collect()
    }
}
