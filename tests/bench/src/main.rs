//! Measures how surely and how fast every wrong answer is found, beside the same code on ordinary threads, and how long
//! a learner waits.
//!
//! * `cargo run -p bench -- orders` judges every answer 100 times by the engine.
//! * `cargo run -p bench -- threads` runs every answer 1,000 times on ordinary threads, or those of the steps that are
//!   named behind; half an hour, kept step by step.
//! * `cargo run -p bench -- repeats` reads the untouched lesson's report 100 times on an idle machine, on one core, on a
//!   busy machine and in another language, and compares.
//! * `cargo run -p bench -- builds` times a learner's commands in a copy of the repository; some minutes.
//! * `cargo run -p bench -- guide` times `cargo course` beside those commands; some minutes.
//!
//! Each writes its part of `results/mutex.json` and the whole of `results/mutex.md`. What is measured is always built
//! as a learner builds it, in cargo's dev profile.

mod builds;
#[cfg(unix)]
mod guide;
mod lesson;
mod machine;
mod orders;
mod repeats;
mod results;
mod table;
mod threads;
mod tools;
#[cfg(unix)]
mod watched;
mod yard;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words = std::env::args().skip(1).filter(|word| !word.starts_with('-'));
    let named = catalog::step_names("mutex");
    let (steps, parts): (Vec<String>, Vec<String>) = words.partition(|word| named.contains(word));
    if parts.is_empty() {
        eprintln!("cargo run -p bench -- orders|threads [STEP ...]|repeats|builds|guide");
        return ExitCode::from(2);
    }
    for part in parts {
        let measured = match part.as_str() {
            "orders" => orders::measure(),
            "threads" => threads::measure(&steps),
            "repeats" => repeats::measure(),
            "builds" => builds::measure(),
            #[cfg(unix)]
            "guide" => guide::measure(),
            _ => return ExitCode::from(2),
        };
        results::keep(&part, measured);
    }
    ExitCode::SUCCESS
}
