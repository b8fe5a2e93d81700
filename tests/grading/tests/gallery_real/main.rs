//! The gallery of the topics whose steps run for real: nothing stands in for the standard library.

#![allow(
    clippy::all,
    reason = "the answers are what learners write, and each spec is compiled once an answer"
)]
#![allow(dead_code, reason = "the steps of a lesson are joined in its lib.rs, which is not here")]

#[path = "../gallery/answer.rs"]
mod answer;

use answer::{Answer, Kind};

#[cfg(unix)]
include!(concat!(env!("OUT_DIR"), "/gallery_real.rs"));

#[cfg(not(unix))]
const ANSWERS: &[Answer] = &[];

fn main() -> std::process::ExitCode {
    #[cfg(unix)]
    process::attend(ANSWERS.iter().map(|answer| answer.step));
    // Real processes wait more than they compute.
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    answer::judge_all(ANSWERS, Some(4 * processors))
}
