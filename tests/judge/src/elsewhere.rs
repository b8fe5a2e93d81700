//! For checks that run their answer in a process of its own, as the lessons on processes do.

use std::sync::atomic::{AtomicU64, Ordering};

use interleave::Place;

static SIGNS: AtomicU64 = AtomicU64::new(0);

/// Tells the watch that the check goes on, though it meets no lock, wait or print of the engine.
pub fn alive() {
    SIGNS.fetch_add(1, Ordering::Relaxed);
}

pub(crate) fn signs() -> u64 {
    SIGNS.load(Ordering::Relaxed)
}

/// What such a check unwinds with, by `resume_unwind`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// A sentence for the learner, or the message of the answer's own panic or `todo!`.
    pub says: String,
    /// Where the answer panicked, if it did.
    pub place: Option<Place>,
    /// What to try next.
    pub tries: String,
}
