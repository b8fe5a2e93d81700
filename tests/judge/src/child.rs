//! What happens inside the child process: one step's promises are checked, and a watch ends what runs away.

use std::fs::File;
use std::io::{self, BufRead};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use nanoserde::{DeJson, SerJson};
use report::wire::{self, Token};
use report::{Line, Looked, Verdict};

use crate::case::Case;
use crate::runaway::Runaway;
use crate::watch::{self, Look, TICK, Watch};
use crate::{check, panics};

/// Set in a child, so that its own children do not take themselves for tests.
pub(crate) const MARK: &str = "JUDGE_CHILD";

/// The same stack for every machine: that of a main thread depends on the shell.
const STACK: usize = 8 << 20;

struct Wire {
    to: Mutex<File>,
    token: Token,
}

static WIRE: OnceLock<Wire> = OnceLock::new();

/// What a child tells its parent.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub enum Said {
    /// The child still runs.
    Alive,
    /// The promise of this index is checked now.
    Promise(usize),
    /// A panic while a panic unwinds: its message, and the learner's line. Rust ends the child next.
    Twice(String, Option<Line>),
    Ran(Runaway),
    /// With how much was looked at for each promise that is kept.
    Done(Verdict, Vec<Looked>),
}

pub(crate) fn tell(said: &Said) {
    if let Some(wire) = WIRE.get() {
        let mut to = wire.to.lock().unwrap_or_else(PoisonError::into_inner);
        // A parent that no longer listens is noticed by the watch.
        let _ = wire::send(&mut *to, &wire.token, said);
    }
}

/// Judges one of `cases` and does not return, if this process was started for that; returns at once otherwise.
///
/// To be called first in `main`, before anything is printed.
pub fn attend(cases: &[Case]) {
    panics::keep_quiet();
    if std::env::var_os(MARK).is_none() {
        return;
    }
    let orders: Vec<String> = io::stdin().lock().lines().map_while(Result::ok).collect();
    let [token, parent, full, id] = &orders[..] else { std::process::exit(2) };
    let Some(case) = cases.iter().find(|case| case.id == *id) else { std::process::exit(2) };
    watch::limit();
    let Ok(to) = private_output() else { std::process::exit(2) };
    let _ = WIRE.set(Wire { to: Mutex::new(to), token: Token::received(token) });
    tell(&Said::Alive);
    let parent = parent.parse().unwrap_or(0);
    if let Err(ours) = panics::own(|| judge(case.clone(), full == "full", parent)) {
        tell(&Said::Ran(ours));
    }
    // The parent ends the whole group once it has read the verdict.
    loop {
        leave_with(parent);
        std::thread::sleep(TICK);
    }
}

/// Takes the standard output for the records; what the code under test prints goes to standard error.
#[cfg(unix)]
fn private_output() -> io::Result<File> {
    use std::os::fd::AsFd;

    let records = io::stdout().as_fd().try_clone_to_owned()?;
    nix::unistd::dup2_stdout(io::stderr())?;
    Ok(records.into())
}

#[cfg(windows)]
fn private_output() -> io::Result<File> {
    use std::os::windows::io::AsHandle;

    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}

fn judge(case: Case, full: bool, parent: u32) {
    let (done, verdict) = channel();
    let checked = case.clone();
    let checks = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let _ =
            done.send(panics::own(|| check::check(&checked, full, |promise| tell(&Said::Promise(promise)))));
    });
    if let Err(error) = checks {
        return tell(&Said::Ran(Runaway::Unstarted { error: error.to_string() }));
    }
    let mut watch = Watch::new(Look::now(&case));
    let mut told = Instant::now();
    loop {
        match verdict.recv_timeout(TICK) {
            Ok(Ok((verdict, looked))) => return tell(&Said::Done(verdict, looked)),
            Ok(Err(ours)) => return tell(&Said::Ran(ours)),
            Err(RecvTimeoutError::Disconnected) => return tell(&Said::Ran(Runaway::Abort)),
            Err(RecvTimeoutError::Timeout) => {}
        }
        leave_with(parent);
        if let Some(runaway) = watch.judge(Look::now(&case), || watch::is_awake(std::process::id())) {
            return tell(&Said::Ran(runaway));
        }
        if told.elapsed() > Duration::from_secs(1) {
            tell(&Said::Alive);
            told = Instant::now();
        }
    }
}

/// Leaves no process behind when the parent is gone: Ctrl-C reaches the parent's group only.
#[cfg(unix)]
fn leave_with(parent: u32) {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::getpgrp;

    if std::os::unix::process::parent_id() != parent {
        let _ = killpg(getpgrp(), Signal::SIGKILL);
        std::process::exit(2);
    }
}

#[cfg(not(unix))]
fn leave_with(_parent: u32) {}
