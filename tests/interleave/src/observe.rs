//! What specs look with: counts and lists that live beside the code under test.
//!
//! Each is cheap to clone, and all clones are one. None of them is a point where other threads may run first, so looking
//! adds no orders.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A number that threads add to and that is read once they are done.
#[derive(Clone, Debug, Default)]
pub struct Tally(Shared<u64>);

impl Tally {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, amount: u64) {
        *self.0.lock() += amount;
    }

    #[must_use]
    pub fn total(&self) -> u64 {
        *self.0.lock()
    }
}

/// A number whose value a thread uses while others still change it.
#[derive(Clone, Debug, Default)]
pub struct Counter(Shared<u64>);

impl Counter {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds, and says what it was before.
    pub fn add(&self, amount: u64) -> u64 {
        let mut value = self.0.lock();
        let before = *value;
        *value += amount;
        before
    }

    pub fn set(&self, value: u64) {
        *self.0.lock() = value;
    }

    #[must_use]
    pub fn get(&self) -> u64 {
        *self.0.lock()
    }
}

/// What happened, in the order in which it did.
#[derive(Debug)]
pub struct Log<T>(Shared<Vec<T>>);

impl<T: Clone> Log<T> {
    #[must_use]
    pub fn new() -> Self {
        Log(Shared::default())
    }

    pub fn push(&self, entry: T) {
        self.0.lock().push(entry);
    }

    #[must_use]
    pub fn entries(&self) -> Vec<T> {
        self.0.lock().clone()
    }
}

impl<T> Clone for Log<T> {
    fn clone(&self) -> Self {
        Log(self.0.clone())
    }
}

/// How many are inside now, and how many were at once.
#[derive(Clone, Debug, Default)]
pub struct Gauge(Shared<Level>);

#[derive(Clone, Copy, Debug, Default)]
struct Level {
    now: usize,
    most: usize,
}

impl Gauge {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more is inside until the answer is dropped.
    #[must_use = "it is inside for as long as this lives"]
    pub fn enter(&self) -> Inside {
        let mut level = self.0.lock();
        level.now += 1;
        level.most = level.most.max(level.now);
        Inside(self.clone())
    }

    #[must_use]
    pub fn now(&self) -> usize {
        self.0.lock().now
    }

    #[must_use]
    pub fn most(&self) -> usize {
        self.0.lock().most
    }
}

/// See [`Gauge::enter`].
#[derive(Debug)]
pub struct Inside(Gauge);

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.0.lock().now -= 1;
    }
}

#[derive(Debug)]
struct Shared<T>(Arc<Mutex<T>>);

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Shared(Arc::default())
    }
}
