//! What the process of the answer takes on before it runs the learner's code, and hands on to whatever that starts.

use nix::sys::resource::{Resource, setrlimit};

/// No file may be longer: more was never meant to be written.
const FILE: u64 = 128 << 20;

/// `word` is what the guard said: whether a tracer is there, and whom the answer must not signal.
pub(crate) fn take_on(word: &[String]) {
    let _ = setrlimit(Resource::RLIMIT_FSIZE, FILE, FILE);
    let _ = setrlimit(Resource::RLIMIT_CORE, 0, 0);
    contain(word);
}

#[cfg(traced)]
fn contain(word: &[String]) {
    use crate::trace::filter::{Purpose, install};

    let purpose = match word {
        [traced, ..] if traced == "traced" => Purpose::Watch,
        [_, strangers @ ..] => {
            Purpose::Contain { strangers: strangers.iter().filter_map(|pid| pid.parse().ok()).collect() }
        }
        [] => return,
    };
    // Where the kernel has no filters the case runs without one, as `main` has said.
    let _ = install(&purpose);
}

#[cfg(not(traced))]
fn contain(_word: &[String]) {}
