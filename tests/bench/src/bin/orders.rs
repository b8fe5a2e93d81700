//! One answer, judged once by the engine, as in a learner's test: `orders counter/never_joins`.
//!
//! Prints the promise that is broken, how, after how many orders, the microseconds of processor and of wall clock, and a
//! mark of the whole failure.

#![allow(dead_code, reason = "an answer may offer more than its spec asks for")]
#![allow(clippy::duplicate_mod, reason = "every answer to a step is compiled with the same spec")]
#![allow(clippy::type_complexity, reason = "a spec writes signatures out for learners to see")]

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate model_std as core;
extern crate std as real;

use interleave::{Failure, Kind};
use judge::Step;
use real::hash::{DefaultHasher, Hash, Hasher};
use real::sync::mpsc::channel;
use real::time::{Duration, Instant};
use real::{env, print, process, thread};

include!(concat!(env!("OUT_DIR"), "/answers.rs"));

struct Answer {
    name: &'static str,
    wrong: bool,
    step: &'static Step,
}

/// Far more than an answer of the gallery takes.
const DEADLINE: Duration = Duration::from_secs(20);

/// As large as the judge gives.
const STACK: usize = 8 << 20;

fn main() {
    let id = env::args().nth(1).unwrap_or_default();
    let answer = ANSWERS.iter().find(|answer| format!("{}/{}", answer.step.name, answer.name) == id);
    let Some(answer) = answer else { process::exit(2) };
    let (done, finding) = channel();
    let judging = thread::Builder::new().stack_size(STACK).spawn(move || done.send(judge_once(answer.step)));
    judging.expect("a thread can be started");
    match finding.recv_timeout(DEADLINE) {
        Ok(line) => print!("{line}"),
        Err(_) => print!("-\tRunaway\t0\t{0}\t{0}\t0", DEADLINE.as_micros()),
    }
    process::exit(0);
}

fn judge_once(step: &Step) -> String {
    let (start, computed) = (Instant::now(), processor());
    let broken = step.promises.iter().enumerate().find_map(|(index, promise)| {
        let payload = interleave::catch(|| promise.check.call()).err()?;
        Some((index, payload.downcast::<Failure>().ok()))
    });
    let wall = start.elapsed();
    let computed = processor().saturating_sub(computed);
    let micros = format!("{}\t{}", computed.as_micros(), wall.as_micros());
    match broken {
        None => format!("-\tSolved\t0\t{micros}\t0"),
        Some((index, None)) => format!("{index}\tOutside\t0\t{micros}\t0"),
        Some((index, Some(failure))) => {
            let orders = failure.coverage.orders + failure.coverage.random;
            format!("{index}\t{}\t{orders}\t{micros}\t{:x}", name(&failure.kind), mark(&failure))
        }
    }
}

/// What this thread has computed: unlike a clock, it does not depend on who else uses the machine.
#[cfg(unix)]
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn processor() -> Duration {
    static START: real::sync::LazyLock<Instant> = real::sync::LazyLock::new(Instant::now);
    START.elapsed()
}

fn mark(failure: &Failure) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{failure:?}").hash(&mut hasher);
    hasher.finish()
}

fn name(kind: &Kind) -> String {
    let shown = format!("{kind:?}");
    shown.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_string()
}
