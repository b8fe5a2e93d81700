//! A lesson's library and its program stand on the real crates, with the features that the lesson asks for and no more: every
//! answer must compile there too. `cargo check -p gallery-<topic> --bins` is the whole proof.

#![allow(clippy::all, reason = "the answers are what learners write")]
#![allow(warnings, reason = "what learners write may warn, and nobody calls it here")]

#[cfg(unix)]
include!(concat!(env!("OUT_DIR"), "/plain.rs"));

fn main() {}
