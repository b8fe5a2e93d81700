//! What a spec asks the engine for, answered by one run on ordinary threads.
//!
//! A process makes one run at a time, so what belongs to a run lies in statics.

use std::fmt::Arguments;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

static START: Mutex<Option<Instant>> = Mutex::new(None);
static PRINTED: Mutex<String> = Mutex::new(String::new());
static BROKEN: AtomicBool = AtomicBool::new(false);
static UNASKED: AtomicBool = AtomicBool::new(false);
static HOURS: AtomicBool = AtomicBool::new(false);

/// What the engine counts and ordinary threads cannot tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Peak {
    pub alive: usize,
    pub holding: usize,
}

fn hold<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A promise is going to be checked.
pub fn begin() {
    BROKEN.store(false, SeqCst);
    UNASKED.store(false, SeqCst);
    HOURS.store(false, SeqCst);
}

/// Runs `f` once, in whatever order comes.
pub fn explore(f: impl Fn()) {
    *hold(&START) = Some(Instant::now());
    hold(&PRINTED).clear();
    f();
}

/// The limits of the engine's search mean nothing to one run.
#[derive(Default)]
pub struct Explorer;

impl Explorer {
    pub fn new() -> Self {
        Explorer
    }

    #[must_use]
    pub fn preemptions(self, _: u32) -> Self {
        self
    }

    #[must_use]
    pub fn orders(self, _: u64) -> Self {
        self
    }

    #[must_use]
    pub fn random(self, _: u64) -> Self {
        self
    }

    #[must_use]
    pub fn turns(self, _: u64) -> Self {
        self
    }

    #[must_use]
    pub fn as_far_as_it_goes(self) -> Self {
        self
    }

    #[must_use]
    pub fn given(self, _: impl Into<String>) -> Self {
        self
    }

    #[must_use]
    pub fn otherwise(self, _: impl Into<String>) -> Self {
        self
    }

    pub fn explore(&self, f: impl Fn()) {
        explore(f);
    }

    /// # Errors
    /// Never: see [`exists`].
    pub fn check_exists(&self, f: impl Fn() -> bool) -> Result<(), std::convert::Infallible> {
        exists(f);
        Ok(())
    }

    pub fn exists(&self, f: impl Fn() -> bool) {
        exists(f);
    }
}

/// Nobody is told.
pub fn advise(_: &'static str) {}

/// The same.
pub fn foresee(_: &'static str) {}

/// See [`broken`].
pub fn demand(kept: bool, _: &str, says: impl FnOnce() -> String) {
    if !kept {
        broken(says());
    }
}

/// No single run shows that an order exists or does not: the question is not asked.
pub fn exists(_: impl Fn() -> bool) {
    UNASKED.store(true, SeqCst);
}

/// Whether the promise last checked asks for what ordinary threads cannot answer.
pub fn unasked() -> bool {
    UNASKED.load(SeqCst)
}

/// Somebody is about to wait for longer than a run has time for, if nobody wakes him before.
pub(crate) fn begins_a_long_wait() {
    HOURS.store(true, SeqCst);
}

/// Whether a promise that does not come to its end may only be waiting for hours.
pub fn takes_hours() -> bool {
    HOURS.load(SeqCst)
}

/// Whether a spec said so in a thread whose panic the answer kept to itself.
pub fn was_broken() -> bool {
    BROKEN.load(SeqCst)
}

/// Ends the thread with a sentence of the spec's own.
///
/// # Panics
/// Always.
pub fn broken(message: impl Into<String>) -> ! {
    BROKEN.store(true, SeqCst);
    panic!("{}", message.into());
}

/// Ordinary threads that nobody joins cannot be asked whether they ended.
pub fn expect_all_finished() {}

/// Ordinary threads cannot be asked what they wait for.
pub fn waiting() -> usize {
    0
}

/// The same.
pub fn context_switches() -> u32 {
    0
}

pub fn peak() -> Peak {
    Peak::default()
}

/// Whole seconds since the run began.
pub fn clock() -> Duration {
    let start = hold(&START).unwrap_or_else(Instant::now);
    Duration::from_secs(crate::pace::since(start).as_secs())
}

/// Breaks the promise unless it is this second of the run.
///
/// # Panics
/// Then.
pub fn expect_clock(when: &str, wanted: Duration) {
    if clock().as_secs() != wanted.as_secs() {
        broken(when);
    }
}

/// Whole seconds, as [`clock`] tells them.
pub fn seconds(time: Duration) -> String {
    time.as_secs().to_string()
}

/// The lines printed so far.
pub fn output() -> Vec<String> {
    hold(&PRINTED).lines().map(str::to_string).collect()
}

/// Breaks the promise unless exactly these lines were printed, whatever their order.
///
/// # Panics
/// Then.
pub fn expect_lines(wanted: &[impl AsRef<str>]) {
    let mut wanted: Vec<String> = wanted.iter().map(|line| line.as_ref().to_string()).collect();
    let mut printed = output();
    wanted.sort();
    printed.sort();
    if wanted != printed {
        broken("other lines were printed");
    }
}

#[doc(hidden)]
pub fn write_out(text: Arguments<'_>) {
    let text = text.to_string();
    hold(&PRINTED).push_str(&text);
}

/// No engine runs these checks: they are called.
static NOBODY: report::Engine =
    report::Engine { prepare: || {}, run: |_| Ok(()), signs: || 0, looked: report::Looked::default };

/// The check of a promise, as the engine makes one.
#[must_use]
pub const fn orders(check: fn()) -> report::Check {
    report::Check { engine: &NOBODY, run: check }
}
