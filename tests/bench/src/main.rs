//! Measures how surely and how fast every wrong answer is found, beside the same code on ordinary threads, and how long
//! a learner waits.
//!
//! * `cargo run -p bench -- mutex orders` judges every answer 100 times by the engine.
//! * `cargo run -p bench -- mutex threads` runs every answer 1,000 times on ordinary threads, or those of the steps that
//!   are named behind; half an hour, kept step by step.
//! * `cargo run -p bench -- mutex repeats` reads the untouched lesson's report 100 times on an idle machine, on one core, on
//!   a busy machine and in another language, and compares.
//! * `cargo run -p bench -- mutex builds` times a learner's commands in a copy of the repository; some minutes.
//! * `cargo run -p bench -- mutex guide` times `cargo course` beside those commands; some minutes.
//! * `cargo run -p bench -- mutex mutants` changes the solutions in one place after the other, and fails if a spec lets one
//!   through that does not stand in `tests/mutex/mutants.txt`; a minute.
//!
//! Instead of `mutex` stands any topic that has a lesson. `orders` and `threads` are for topics whose steps are judged in
//! every order; they are compiled for the topic in `BENCH_TOPIC`, which the bench sets itself.
//!
//! Each writes its part of `results/<topic>.json` and the whole of `results/<topic>.md`. What is measured is always built
//! as a learner builds it, in cargo's dev profile.

mod builds;
#[cfg(unix)]
mod guide;
mod lesson;
mod machine;
mod mutants;
mod mutate;
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

use catalog::Course;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let course = Course::here();
    let topic = words.first().and_then(|name| course.topic(name)).filter(|topic| topic.is_built());
    let (Some(topic), true) = (topic, words.len() > 1) else {
        eprintln!("cargo run -p bench -- TOPIC orders|threads [STEP ...]|repeats|builds|guide|mutants");
        return ExitCode::from(2);
    };
    let words = words[1..].iter().cloned();
    let (steps, parts): (Vec<String>, Vec<String>) = words.partition(|word| topic.step(word).is_some());
    let mut sound = true;
    for part in parts {
        let measured = match part.as_str() {
            "orders" => orders::measure(topic),
            "threads" => threads::measure(topic, &steps),
            "repeats" => repeats::measure(topic),
            "builds" => builds::measure(topic),
            #[cfg(unix)]
            "guide" => guide::measure(topic),
            "mutants" => {
                let (measured, all_noticed) = mutants::measure(topic);
                sound &= all_noticed;
                measured
            }
            _ => return ExitCode::from(2),
        };
        results::keep(&topic.name, &part, measured);
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
