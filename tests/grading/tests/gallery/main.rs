//! Judges every answer in the tree: wrong ones are rejected with a report that is a snapshot, right ones pass, starters
//! fail for their stated reason, solutions pass.
//!
//! All answers are compiled into this one binary; see `build.rs`.

#![allow(
    clippy::all,
    reason = "the answers are what learners write, and each spec is compiled once an answer"
)]

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate model_std as core;

mod answer;

use answer::{Answer, Kind};

include!(concat!(env!("OUT_DIR"), "/gallery.rs"));

fn main() -> interleave::real::process::ExitCode {
    answer::judge_all(ANSWERS, None)
}
