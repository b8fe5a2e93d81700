//! One answer, run again and again on ordinary threads: `threads counter/never_joins 1000`.
//!
//! Prints a line a run: `kept`, or `broken` or `hangs` with the promise. The process ends after a run that was not kept,
//! for it may have left threads behind. After `unasked` comes a promise that no single run can answer. Without
//! arguments, lists the answers.

#![allow(dead_code, reason = "an answer may offer more than its spec asks for")]
#![allow(clippy::duplicate_mod, reason = "every answer to a step is compiled with the same spec")]
#![allow(clippy::type_complexity, reason = "a spec writes signatures out for learners to see")]

#[macro_use]
extern crate plain as std;
extern crate plain as core;
extern crate plain as interleave;
extern crate plain as parking_lot;

use interleave::real::panic::{catch_unwind, set_hook};
use interleave::real::sync::mpsc::channel;
use interleave::real::time::{Duration, Instant};
use interleave::real::{env, println, process, thread};
use judge::Step;

include!(concat!(env!("OUT_DIR"), "/answers.rs"));

struct Answer {
    name: &'static str,
    wrong: bool,
    step: &'static Step,
}

/// A promise takes ten seconds of the code's time at most; four times as long and it hangs.
const DEADLINE: Duration = interleave::SECOND.saturating_mul(40);

/// What the run tells while it goes on.
enum News {
    Asks(usize),
    Unasked(usize),
    Kept,
    Broken(usize),
}

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
    for _ in 0..runs.parse().unwrap_or(0) {
        watch(answer.step);
    }
    process::exit(0);
}

/// Makes one run in a thread of its own, for it may never come back.
fn watch(step: &'static Step) {
    let (tell, news) = channel();
    let start = Instant::now();
    thread::spawn(move || {
        let broken = step.promises.iter().enumerate().find(|(index, promise)| {
            let _ = tell.send(News::Asks(*index));
            interleave::begin();
            let panicked = catch_unwind(promise.check).is_err();
            if interleave::unasked() {
                let _ = tell.send(News::Unasked(*index));
            }
            panicked || interleave::was_broken()
        });
        let _ = tell.send(broken.map_or(News::Kept, |(index, _)| News::Broken(index)));
    });
    let mut asked = 0;
    loop {
        match news.recv_timeout(DEADLINE) {
            Ok(News::Asks(index)) => asked = index,
            Ok(News::Unasked(index)) => println!("unasked\t{index}"),
            Ok(News::Kept) => return println!("kept\t0\t{}", start.elapsed().as_micros()),
            Ok(News::Broken(index)) => end("broken", index, start),
            Err(_) => end("hangs", asked, start),
        }
    }
}

fn end(how: &str, promise: usize, start: Instant) -> ! {
    println!("{how}\t{promise}\t{}", start.elapsed().as_micros());
    process::exit(0);
}
