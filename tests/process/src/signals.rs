//! What a process inherits about signals, and must not depend on.

use nix::sys::signal::{SigHandler, SigSet, SigmaskHow, Signal, signal, sigprocmask};

/// No signal is ignored or blocked, whatever the shell, `nohup` or the program that started this one has set. `SIGPIPE` stays
/// as the Rust runtime sets it.
pub(crate) fn as_after_boot() {
    for each in Signal::iterator().filter(|&each| each != Signal::SIGPIPE && !handled_by_rust(each)) {
        // SAFETY: the default is no handler that could be called.
        let _ = unsafe { signal(each, SigHandler::SigDfl) };
    }
    let _ = sigprocmask(SigmaskHow::SIG_SETMASK, Some(&SigSet::empty()), None);
}

/// The runtime tells a stack that overflowed by these.
fn handled_by_rust(signal: Signal) -> bool {
    [Signal::SIGSEGV, Signal::SIGBUS].contains(&signal)
}
