//! The gallery of a topic whose steps are judged in every order: the root of a lesson's `tests/spec.rs`, with all answers.

#![allow(
    clippy::all,
    reason = "the answers are what learners write, and each spec is compiled once an answer"
)]

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate model_std as core;

include!(concat!(env!("OUT_DIR"), "/gallery.rs"));

fn main() -> std::process::ExitCode {
    grading::judge_all(ANSWERS, None)
}
