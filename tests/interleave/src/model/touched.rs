use std::sync::atomic::{AtomicBool, Ordering};

use super::{Touch, Value};

/// What a guard's holder has done so far with the value under the lock.
#[derive(Debug, Default)]
pub struct Touched {
    looked: AtomicBool,
    wrote: bool,
}

impl Touched {
    /// Nothing was done yet.
    #[must_use]
    pub const fn new() -> Self {
        Touched { looked: AtomicBool::new(false), wrote: false }
    }

    /// The value is about to be read.
    pub fn look(&self) {
        if !self.wrote {
            self.looked.store(true, Ordering::Relaxed);
        }
    }

    /// The value is about to be written, which other threads may see.
    pub fn write(&mut self) {
        self.wrote = true;
        super::changed();
    }

    /// The value to tell when the lock is given back: one that was only looked at is known already.
    pub fn written<T: ?Sized>(&self, value: &T) -> Option<Value> {
        if self.wrote { super::value(value) } else { None }
    }

    /// What was done, for [`super::release`].
    #[must_use]
    pub fn touch(&self) -> Touch {
        Touch { looked: self.looked.load(Ordering::Relaxed), wrote: self.wrote }
    }
}
