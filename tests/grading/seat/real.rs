//! The gallery of a topic whose steps run for real: nothing stands in for the standard library.

#![allow(
    clippy::all,
    reason = "the answers are what learners write, and each spec is compiled once an answer"
)]
#![allow(
    warnings,
    reason = "what learners write may warn, and what a lesson's `lib.rs` joins or gives is not called here by all"
)]

#[cfg(unix)]
#[macro_use]
extern crate process;

#[cfg(unix)]
include!(concat!(env!("OUT_DIR"), "/gallery.rs"));

#[cfg(not(unix))]
const ANSWERS: &[grading::Answer] = &[];

fn main() -> std::process::ExitCode {
    #[cfg(unix)]
    process::attend(ANSWERS.iter().map(|answer| (answer.id(), answer.step)), programs::PROGRAMS);
    // Real processes wait more than they compute.
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    grading::judge_all(ANSWERS, Some(4 * processors))
}
