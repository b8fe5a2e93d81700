//! Children by fork, for scenarios.

use nix::sys::signal::{SaFlags, SigAction, SigHandler, SigSet, Signal, sigaction};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, Pid, fork};
use std::sync::atomic::{AtomicBool, Ordering};

/// A child that does this and ends, with this exit code.
pub fn child(role: impl FnOnce() -> i32) -> Pid {
    // SAFETY: a scenario has one thread.
    match unsafe { fork() }.expect("a child can be made") {
        ForkResult::Parent { child } => child,
        ForkResult::Child => std::process::exit(role()),
    }
}

/// The exit code, or the negative number of the signal.
pub fn reap(child: Pid) -> i32 {
    match waitpid(child, None).expect("it is a child") {
        WaitStatus::Exited(_, code) => code,
        WaitStatus::Signaled(_, signal, _) => -(signal as i32),
        status => panic!("{status:?} is no end"),
    }
}

/// Two children that do the same.
pub fn twins(role: impl Fn() -> i32) {
    let children = [child(&role), child(&role)];
    for child in children {
        assert!(reap(child) == 0, "a child fails");
    }
}

pub static SIGNALLED: AtomicBool = AtomicBool::new(false);

extern "C" fn note(_: libc::c_int) {
    SIGNALLED.store(true, Ordering::SeqCst);
}

/// From now on the signal only sets [`SIGNALLED`].
pub fn handle(signal: Signal) {
    let action = SigAction::new(SigHandler::Handler(note), SaFlags::empty(), SigSet::empty());
    // SAFETY: the handler stores to an atomic and does nothing else.
    unsafe { sigaction(signal, &action) }.expect("the signal can be handled");
}

pub fn was_signalled() -> bool {
    SIGNALLED.load(Ordering::SeqCst)
}
