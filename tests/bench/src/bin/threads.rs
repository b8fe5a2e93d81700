//! One answer, run again and again on ordinary threads: `threads counter/never_joins 1000`.
//!
//! Prints a line a run: `kept`, or `broken` or `hangs` with the promise. The process ends after a run that was not kept,
//! for it may have left threads behind. After `unasked` comes a promise that no single run can answer, or that takes
//! hours. Without arguments, lists the answers.

#![allow(dead_code, reason = "an answer may offer more than its spec asks for")]
#![allow(clippy::duplicate_mod, reason = "every answer to a step is compiled with the same spec")]
#![allow(clippy::type_complexity, reason = "a spec writes signatures out for learners to see")]

#[macro_use]
extern crate plain as std;
extern crate plain as core;
extern crate plain as interleave;
extern crate plain as parking_lot;
extern crate std as real;

use judge::Step;
use real::panic::{catch_unwind, set_hook};
use real::sync::mpsc::channel;
use real::time::{Duration, Instant};
use real::{env, println, process, thread};
use report::Check;

include!(concat!(env!("OUT_DIR"), "/answers.rs"));

struct Answer {
    name: &'static str,
    wrong: bool,
    step: &'static Step,
}

/// A promise takes ten seconds of the code's time at most; four times as long and it hangs.
const DEADLINE: Duration = interleave::SECOND.saturating_mul(40);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [id, runs] = &arguments[..] else {
        for answer in ANSWERS {
            println!("{}\t{}\t{}", answer.step.name, answer.name, answer.wrong);
        }
        return;
    };
    let answer = ANSWERS.iter().find(|answer| format!("{}/{}", answer.step.name, answer.name) == *id);
    let Some(answer) = answer else { process::exit(2) };
    set_hook(Box::new(|_| {}));
    let mut too_long = Vec::new();
    for _ in 0..runs.parse().unwrap_or(0) {
        let start = Instant::now();
        for (index, promise) in answer.step.promises.iter().enumerate() {
            if !too_long.contains(&index) {
                ask(index, promise.check, &mut too_long, start);
            }
        }
        println!("kept\t0\t{}", start.elapsed().as_micros());
    }
    process::exit(0);
}

/// Checks one promise in a thread of its own, for it may never come back.
fn ask(index: usize, check: Check, too_long: &mut Vec<usize>, start: Instant) {
    let (tell, news) = channel();
    interleave::begin();
    thread::spawn(move || tell.send(catch_unwind(|| check.call()).is_err()));
    match news.recv_timeout(DEADLINE) {
        Ok(panicked) => {
            if interleave::unasked() {
                println!("unasked\t{index}");
            }
            if panicked || interleave::was_broken() {
                end("broken", index, start);
            }
        }
        Err(_) if interleave::takes_hours() => {
            println!("unasked\t{index}");
            too_long.push(index);
        }
        Err(_) => end("hangs", index, start),
    }
}

fn end(how: &str, promise: usize, start: Instant) -> ! {
    println!("{how}\t{promise}\t{}", start.elapsed().as_micros());
    process::exit(0);
}
