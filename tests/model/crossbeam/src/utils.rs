//! [`crossbeam::utils`], where a back-off lets the engine see the spinning.

use std::cell::Cell;
use std::fmt;

use interleave::model;

pub use crossbeam::utils::CachePadded;

/// Rounds after which `spin` no longer waits longer, and after which blocking is advised: crossbeam's own numbers.
const SPIN_LIMIT: u32 = 6;
const YIELD_LIMIT: u32 = 10;

/// [`crossbeam::utils::Backoff`]
pub struct Backoff(Cell<u32>);

impl Backoff {
    pub fn new() -> Self {
        Backoff(Cell::new(0))
    }

    pub fn reset(&self) {
        self.0.set(0);
    }

    #[track_caller]
    pub fn spin(&self) {
        model::yield_now(model::here());
        if self.0.get() <= SPIN_LIMIT {
            self.0.set(self.0.get() + 1);
        }
    }

    #[track_caller]
    pub fn snooze(&self) {
        model::yield_now(model::here());
        if self.0.get() <= YIELD_LIMIT {
            self.0.set(self.0.get() + 1);
        }
    }

    pub fn is_completed(&self) -> bool {
        self.0.get() > YIELD_LIMIT
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Backoff::new()
    }
}

impl fmt::Debug for Backoff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Backoff");
        shown.field("step", &self.0).field("is_completed", &self.is_completed()).finish()
    }
}
